package dev.mediagen.worker.http;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/// Which addresses belong to the public internet. A table of our own: the predicates of `InetAddress` know neither
/// ULA, CGNAT, NAT64 nor 6to4. Networks are those of the IANA special-purpose registries (RFC 6890 and its updates).
final class PublicNetwork {
    private static final List<Block> DENIED_4 = Block.of(
            "0.0.0.0/8", // this network
            "10.0.0.0/8",
            "100.64.0.0/10", // carrier-grade NAT
            "127.0.0.0/8",
            "168.63.129.16/32", // a cloud's host agent
            "169.254.0.0/16", // link-local; 169.254.169.254 hands out cloud credentials
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24", // documentation
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24", // relays of 6to4
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4"); // reserved, broadcast

    /// The only addresses of IPv6 that are handed out; loopback, ULA, link-local, multicast lie outside.
    private static final Block GLOBAL_6 = Block.of("2000::/3").getFirst();

    private static final List<Block> DENIED_6 = Block.of(
            "2001::/23", // protocol assignments, Teredo
            "2001:db8::/32", // documentation
            "2620:4f:8000::/48",
            "3fff::/20"); // documentation

    private static final Block NAT64 = Block.of("64:ff9b::/96").getFirst();
    private static final Block SIX_TO_FOUR = Block.of("2002::/16").getFirst();
    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

    private PublicNetwork() {}

    static boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 4 ? contains4(bytes) : contains6(bytes);
    }

    private static boolean contains4(byte[] address) {
        return DENIED_4.stream().noneMatch(block -> block.contains(address));
    }

    private static boolean contains6(byte[] address) {
        byte[] last = Arrays.copyOfRange(address, 12, 16);
        if (NAT64.contains(address) || Arrays.equals(address, 0, 12, MAPPED, 0, 12)) return contains4(last);
        if (SIX_TO_FOUR.contains(address)) return contains4(Arrays.copyOfRange(address, 2, 6));
        if (tunnelled(address) && !contains4(last)) return false;
        return GLOBAL_6.contains(address) && DENIED_6.stream().noneMatch(block -> block.contains(address));
    }

    /// ISATAP (RFC 5214): the IPv4 address is the end of the interface identifier.
    private static boolean tunnelled(byte[] address) {
        return (address[8] & ~2) == 0 && address[9] == 0 && address[10] == 0x5e && address[11] == (byte) 0xfe;
    }

    private record Block(byte[] prefix, int bits) {
        static List<Block> of(String... blocks) {
            return Arrays.stream(blocks).map(Block::parse).toList();
        }

        private static Block parse(String text) {
            int slash = text.indexOf('/');
            byte[] prefix = InetAddress.ofLiteral(text.substring(0, slash)).getAddress();
            return new Block(prefix, Integer.parseInt(text.substring(slash + 1)));
        }

        boolean contains(byte[] address) {
            if (address.length != prefix.length) return false;
            for (int bit = 0; bit < bits; bit += 8) {
                int mask = bits - bit >= 8 ? 0xff : 0xff << 8 - (bits - bit) & 0xff;
                if (((address[bit / 8] ^ prefix[bit / 8]) & mask) != 0) return false;
            }
            return true;
        }
    }
}
