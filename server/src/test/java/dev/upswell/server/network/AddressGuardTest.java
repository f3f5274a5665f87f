package dev.upswell.server.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

    private static final Map<String, String> KNOWN = Map.of("studio.example", "8.8.8.8 2606:4700::1111",
            "intranet.example", "10.1.2.3", "both.example", "8.8.8.8 192.168.1.7");

    private final AddressGuard guard = guard("");

    private static AddressGuard guard(String allowed) {
        return new AddressGuard(allowed, AddressGuardTest::find);
    }

    private static InetAddress[] find(String host) throws UnknownHostException {
        if (host.indexOf(':') < 0 && !host.matches("[0-9.]+") && !KNOWN.containsKey(host)) {
            throw new UnknownHostException(host);
        }
        String[] numbers = KNOWN.getOrDefault(host, host).split(" ");
        InetAddress[] found = new InetAddress[numbers.length];
        for (int place = 0; place < numbers.length; place++) {
            found[place] = InetAddress.getByName(numbers[place]);
        }
        return found;
    }

    private String objection(String host) {
        return guard.objection(URI.create("https://" + host + "/page?key=s3cret")).orElse("none");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"127.0.0.1 | this machine", "127.255.0.9 | this machine",
            "0.0.0.0 | no address of a server", "10.0.0.1 | a private network", "172.16.0.1 | a private network",
            "172.31.255.255 | a private network", "192.168.0.1 | a private network",
            "100.64.0.1 | a network shared by a provider's customers",
            "100.127.255.255 | a network shared by a provider's customers", "169.254.169.254 | a link-local address",
            "224.0.0.1 | a multicast address", "255.255.255.255 | no address of a server",
            "[::1] | this machine", "[::] | no address of a server", "[fe80::1] | a link-local address",
            "[fc00::1] | a private network", "[fdff::1] | a private network", "[fec0::1] | a private network",
            "[ff02::1] | a multicast address", "[::ffff:127.0.0.1] | this machine",
            "[::ffff:10.0.0.1] | a private network", "[::10.0.0.1] | a private network",
            "[64:ff9b::a00:1] | a private network", "[2002:c0a8:101::1] | a private network"})
    void addressesInsideAreRefusedWithWhatTheyAre(String host, String what) {
        assertThat(objection(host)).endsWith(what + ", where no request is sent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.15.255.255", "172.32.0.1", "100.63.255.255", "100.128.0.1", "169.253.1.1",
            "192.167.1.1", "223.255.255.255", "[2606:4700::1111]", "[fbff::1]", "[::ffff:8.8.8.8]",
            "[64:ff9b::808:808]",
            "[2002:808:808::1]", "studio.example", "nobody.example"})
    void addressesOutsideAndHostsWithoutOneAreNot(String host) {
        assertThat(objection(host)).isEqualTo("none");
    }

    @Test
    void oneAddressInsideIsEnoughAndTheSentenceHoldsNoMoreThanTheHost() {
        assertThat(objection("both.example"))
                .isEqualTo("both.example is 192.168.1.7, a private network, where no request is sent");
        assertThat(objection("BOTH.example.")).startsWith("both.example is 192.168.1.7");
        assertThat(objection("10.0.0.1")).isEqualTo("10.0.0.1 is a private network, where no request is sent");
    }

    @Test
    void whatTheSettingNamesMayBeReached() {
        URI intranet = URI.create("http://intranet.example/");
        URI other = URI.create("http://192.168.7.7/");

        assertThat(guard("intranet.example").objection(intranet)).isEmpty();
        assertThat(guard(" 10.1.0.0/16, fd00::/8").objection(intranet)).isEmpty();
        assertThat(guard("10.1.2.3").objection(intranet)).isEmpty();
        assertThat(guard("intranet.example, 10.0.0.0/8").objection(other)).isPresent();
        assertThat(guard("10.2.0.0/16").objection(intranet)).isPresent();
        assertThat(guard("all").objection(other)).isEmpty();
    }

    @Test
    void aRangeThatIsNoneIsToldWithAnExample() {
        assertThatThrownBy(() -> guard("10.0.0.0/33"))
                .hasMessage("range (10.0.0.0/33) must be an address, / and its leading bits\n"
                        + "Maybe write it as 10.0.0.0/8 or fd00::/8.");
    }

    @Test
    void aHostWithoutAddressIsUnknown() {
        assertThatThrownBy(() -> guard.resolve("nobody.example")).isInstanceOf(UnknownHostException.class);
    }
}
