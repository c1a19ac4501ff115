package fr.parchemin.jetty.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses and networks, given as they are: nothing is ever looked up by name. */
final class Networks {
    private static final Pattern LITERAL = Pattern.compile("[0-9]+(\\.[0-9]+){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

    private record Network(byte[] address, int bits) {
        boolean contains(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (other[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private final List<Network> members;

    private Networks(List<Network> members) {
        this.members = members;
    }

    /**
     * @param text addresses or networks ({@code 10.0.0.0/8}) with commas between them; none when empty
     * @throws IllegalArgumentException when one of them is neither
     */
    static Networks parse(String text) {
        List<Network> members = new ArrayList<>();
        for (String given : text.split(",")) {
            if (!given.isBlank()) {
                members.add(network(given.strip()));
            }
        }
        return new Networks(List.copyOf(members));
    }

    private static Network network(String given) {
        String[] parts = given.split("/", 2);
        byte[] address = literal(parts[0])
                .map(InetAddress::getAddress)
                .orElseThrow(() -> new IllegalArgumentException("no address or network: " + given));
        int bits = address.length * 8;
        if (parts.length == 2) {
            if (!parts[1].matches("[0-9]{1,3}") || Integer.parseInt(parts[1]) > bits) {
                throw new IllegalArgumentException("no address or network: " + given);
            }
            bits = Integer.parseInt(parts[1]);
        }
        return new Network(address, bits);
    }

    /** The address that a text writes down, with or without brackets; empty when it writes down something else. */
    static Optional<InetAddress> literal(String text) {
        String bare = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        if (!LITERAL.matcher(bare).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(bare));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    boolean contains(InetAddress address) {
        return members.stream().anyMatch(network -> network.contains(address.getAddress()));
    }
}
