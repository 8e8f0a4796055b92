package dev.mediagen.gateway.accounts;

import dev.mediagen.gateway.access.Caller;
import dev.mediagen.gateway.api.Cursor;
import dev.mediagen.gateway.api.ProblemException;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/account")
@Tag(name = "account")
@Authenticated
@RunOnVirtualThread
class AccountResource {
    private static final int MOST = 200;
    private final AccountStore accounts;
    private final Ledger ledger;
    private final SecurityIdentity identity;

    AccountResource(AccountStore accounts, Ledger ledger, SecurityIdentity identity) {
        this.accounts = accounts;
        this.ledger = ledger;
        this.identity = identity;
    }

    @GET
    @Operation(summary = "Your credits")
    public AccountView account() {
        var account = accounts.of(Caller.of(identity));
        return new AccountView(account.balance(), account.reserved());
    }

    @GET
    @Path("/ledger")
    @Operation(
            summary = "Every movement of your credits, newest first",
            description = "The amounts of all movements sum to the balance.")
    public AccountView.Movements ledger(
            @QueryParam("cursor") String cursor, @QueryParam("limit") @DefaultValue("50") int limit) {
        if (limit < 1 || limit > MOST) throw ProblemException.invalid("limit", "must be 1 to " + MOST);
        var caller = Caller.of(identity);
        // what the account still carries belongs to it as well
        ledger.record(accounts.of(caller).moving());
        var page = ledger.of(caller, cursor == null ? null : Cursor.of(cursor), limit + 1);
        var lines = page.stream().limit(limit).map(AccountView.Line::of).toList();
        var last = page.size() > limit ? lines.getLast() : null;
        return new AccountView.Movements(lines, last == null ? null : new Cursor(last.at(), last.id()).text());
    }
}
