package dev.mediagen.worker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundUrlPolicyTest {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final OutboundUrlPolicy policy = new OutboundUrlPolicy(OutboundSettings.strict(), resolving("1.1.1.1"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/a.png",
                "https://example.com:443/a.png?x=1&y=%20#part",
                "HTTPS://EXAMPLE.COM",
                "https://xn--bcher-kva.example/",
                "https://93.184.216.34/a.png",
                "https://[2606:4700::1111]/",
                "https://[::ffff:93.184.216.34]/",
                "https://[64:ff9b::5db8:d822]/",
                "https://[2002:5db8:d822::1]/"
            })
    void publicUrlsMayBeTried(String url) {
        assertThat(policy.check(url)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "https://127.0.0.1/ | address not allowed",
                "https://127.255.255.254/ | address not allowed",
                "https://10.1.2.3/ | address not allowed",
                "https://172.16.0.1/ | address not allowed",
                "https://172.31.255.255/ | address not allowed",
                "https://192.168.1.1/ | address not allowed",
                "https://169.254.169.254/latest/meta-data/ | address not allowed",
                "https://168.63.129.16/ | address not allowed",
                "https://100.64.0.1/ | address not allowed",
                "https://100.100.100.200/ | address not allowed",
                "https://0.0.0.0/ | address not allowed",
                "https://255.255.255.255/ | address not allowed",
                "https://224.0.0.1/ | address not allowed",
                "https://240.0.0.1/ | address not allowed",
                "https://192.0.2.1/ | address not allowed",
                "https://198.51.100.1/ | address not allowed",
                "https://203.0.113.1/ | address not allowed",
                "https://198.18.0.1/ | address not allowed",
                "https://192.0.0.192/ | address not allowed",
                "https://0177.0.0.1/ | address not allowed",
                "https://93.184.216.034/ | address not allowed",
                "https://[::1]/ | address not allowed",
                "https://[::]/ | address not allowed",
                "https://[::127.0.0.1]/ | address not allowed",
                "https://[::ffff:127.0.0.1]/ | address not allowed",
                "https://[::ffff:a9fe:a9fe]/ | address not allowed",
                "https://[0:0:0:0:0:ffff:7f00:1]/ | address not allowed",
                "https://[::ffff:0:127.0.0.1]/ | address not allowed",
                "https://[64:ff9b::a9fe:a9fe]/ | address not allowed",
                "https://[64:ff9b:1::1]/ | address not allowed",
                "https://[2002:7f00:1::]/ | address not allowed",
                "https://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/ | address not allowed",
                "https://[2606:4700::5efe:10.0.0.1]/ | address not allowed",
                "https://[2001:db8::1]/ | address not allowed",
                "https://[3fff::1]/ | address not allowed",
                "https://[fd00:ec2::254]/ | address not allowed",
                "https://[fc00::1]/ | address not allowed",
                "https://[fe80::1]/ | address not allowed",
                "https://[fe80::1%25eth0]/ | address not allowed",
                "https://[fec0::1]/ | address not allowed",
                "https://[ff02::1]/ | address not allowed",
                "https://[100::1]/ | address not allowed",
                "https://[5f00::1]/ | address not allowed",
                "https://localhost/ | address not allowed",
                "https://LOCALHOST/ | address not allowed",
                "https://a.localhost/ | address not allowed",
                "https://metadata.google.internal/ | address not allowed",
                "https://mongodb/ | address not allowed",
                "https://storage.media.svc/ | address not allowed",
                "https://storage.media.svc.cluster.local/ | address not allowed",
                "https://printer.local/ | address not allowed",
                "https://2130706433/ | no proper host",
                "https://017700000001/ | no proper host",
                "https://0x7f000001/ | no proper host",
                "https://0x7f.0.0.1/ | no proper host",
                "https://0x7f.0.1/ | no proper host",
                "https://127.1/ | no proper host",
                "https://127.0.1/ | no proper host",
                "https://0/ | no proper host",
                "https://127.0.0.1./ | no proper host",
                "https://127.0.0.1.:443/ | no proper host",
                "https://localhost./ | no proper host",
                "https://example.com./ | no proper host",
                "https://256.1.1.1/ | no proper host",
                "https://user@169.254.169.254@example.com/ | no proper host",
                "https://%31%32%37.0.0.1/ | no proper host",
                "https://a_b.example.com/ | no proper host",
                "https://-a.example.com/ | no proper host",
                "https:///etc/passwd | no proper host",
                "https:example.com | no proper host",
                "https://?x | no proper host",
                "https://user@example.com/ | user name not allowed",
                "https://user:word@example.com/ | user name not allowed",
                "https://example.com@127.0.0.1/ | user name not allowed",
                "https://@example.com/ | user name not allowed",
                "https://example.com#@127.0.0.1:22/ | ok",
                "https://127.0.0.1#@example.com/ | address not allowed",
                "https://127.0.0.1\\@example.com/ | not a URL",
                "https://example.com\\.127.0.0.1/ | not a URL",
                "https://[::1/ | not a URL",
                "https://[v1.a]/ | not a URL",
                "https://example.com:22/ | port not allowed",
                "https://example.com:80/ | port not allowed",
                "https://example.com:0/ | port not allowed",
                "https://example.com:99999/ | port not allowed",
                "https://example.com:-1/ | no proper host",
                "http://example.com/ | not https",
                "//example.com/ | not https",
                "/a.png | not https",
                "file:///etc/passwd | not https",
                "ftp://example.com/ | not https",
                "gopher://example.com/ | not https",
                "jar:https://example.com/a.jar!/ | not https",
                "data:image/png;base64,AAAA | not https",
                "javascript:alert(1) | not https",
                "https://exa mple.com/ | not a URL of ASCII characters",
                "https://１２７.０.０.１/ | not a URL of ASCII characters",
                "https://ⓔxample.com/ | not a URL of ASCII characters",
                "https://127。0。0。1/ | not a URL of ASCII characters",
                "https://bücher.example/ | not a URL of ASCII characters"
            })
    void hostileUrlsAreRefused(String url, String reason) {
        assertThat(policy.check(url).orElse("ok")).isEqualTo(reason);
    }

    @Test
    void controlCharactersEmptyAndLongUrlsAreRefused() {
        for (String url : Arrays.asList(
                null,
                "",
                "https://example.com/\r\nHost: a",
                "https://example.com/\u0000",
                "https://example.com/" + "a".repeat(2048),
                "https://" + "a.".repeat(150) + "example/"))
            assertThat(policy.check(url)).isPresent();
    }

    @Test
    void developmentMayAllowMore() {
        var open = new OutboundUrlPolicy(OutboundSettings.open(9000), resolving("10.0.0.1"));
        assertThat(open.check("http://localhost:9000/a.png")).isEmpty();
        assertThat(open.check("http://192.168.0.1/")).isEmpty();
        assertThat(open.check("https://example.com/")).contains("port not allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1", "1.1.1.1 10.0.0.1", "1.1.1.1 ::1", "64:ff9b::a00:1", "fd00:ec2::254", "0.0.0.0"})
    void oneAddressThatIsNotPublicSpoilsTheName(String answers) {
        var rebound = new OutboundUrlPolicy(OutboundSettings.strict(), resolving(answers));
        assertThatThrownBy(() -> rebound.addresses(URI.create("https://example.com/"), SOON))
                .isInstanceOfSatisfying(RefusedUrlException.class, e -> assertThat(e.isPassing())
                        .isFalse())
                .hasMessage("address not allowed");
    }

    @Test
    void unknownNamesLookLikePrivateOnes() {
        var lost = new OutboundUrlPolicy(OutboundSettings.strict(), (host, within) -> {
            throw new UnknownHostException(host);
        });
        assertThatThrownBy(() -> lost.addresses(URI.create("https://example.com/"), SOON))
                .hasMessage("address not allowed");
    }

    @Test
    void nameServersThatDoNotAnswerAreNotTheFaultOfTheUrl() {
        var slow = new OutboundUrlPolicy(OutboundSettings.strict(), (host, within) -> {
            throw new TimeoutException(host);
        });
        assertThatThrownBy(() -> slow.addresses(URI.create("https://example.com/"), SOON))
                .isInstanceOfSatisfying(RefusedUrlException.class, e -> assertThat(e.isPassing())
                        .isTrue());
    }

    @Test
    void allAddressesOfAPublicNameAreGiven() throws Exception {
        var two = new OutboundUrlPolicy(OutboundSettings.strict(), resolving("1.1.1.1 2606:4700::1111"));
        assertThat(two.addresses(URI.create("https://example.com/"), SOON)).hasSize(2);
    }

    @Test
    void systemKnowsItself() throws Exception {
        var system = new SystemResolver();
        assertThat(system.resolve("localhost", SOON)).allMatch(InetAddress::isLoopbackAddress);
        assertThatThrownBy(() -> system.resolve("nothing.invalid", Duration.ofSeconds(20)))
                .isInstanceOf(UnknownHostException.class);
        system.close();
    }

    private static NameResolver resolving(String answers) {
        return (host, within) ->
                Arrays.stream(answers.split(" ")).map(InetAddress::ofLiteral).toList();
    }
}
