package dev.mediagen.local;

import java.io.IOException;

/// What a person needs to go on with a running stack.
final class Farewell {
    private final StackState state;
    private final Environment environment;
    private final Console console;

    Farewell(StackState state, Environment environment, Console console) {
        this.state = state;
        this.environment = environment;
        this.console = console;
    }

    void say() throws IOException, InterruptedException {
        var gateway = new GatewayClient(state.gateway(), state.apiKey());
        String gateways = String.join("  ", state.gateways());
        console.say("");
        console.say("Mediagen is up");
        console.say("  gateway    %s", gateways);
        console.say(
                "  API        %s", state.gateway() + (gateway.has("/q/swagger-ui/") ? "/q/swagger-ui/" : "/q/openapi"));
        console.say("  API key    %s", state.apiKey());
        console.say("  try        curl -H 'Authorization: Bearer %s' %s/api/voices", state.apiKey(), state.gateway());
        if (environment.get(ServiceLaunches.THROTTLE).isEmpty())
            console.say(
                    "  limits     %s starts a minute (%s=3 gives the documents' own)",
                    ServiceLaunches.STARTS_PER_MINUTE, ServiceLaunches.THROTTLE);
        console.say("  logs       %s/logs (up.log holds the command of each process)", state.data());
        console.say("Ctrl-C ends everything.");
    }
}
