package dev.upswell.server.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/// Addresses that begin with the same bits, such as `10.0.0.0/8`.
///
/// @param start the bytes of its first address, 4 or 16
/// @param bits how many of them count
/// @param what what lies there, in words
record AddressRange(byte[] start, int bits, String what) {

    AddressRange {
        start = start.clone();
    }

    /// The range that this text writes.
    ///
    /// **errors** `IllegalArgumentException` when it writes none.
    static AddressRange of(String written, String what) {
        int slash = written.indexOf('/');
        byte[] start = slash < 0 ? null : literal(written.substring(0, slash));
        String length = written.substring(slash + 1);
        if (start == null || !length.matches("\\d{1,3}") || Integer.parseInt(length) > start.length * Byte.SIZE) {
            throw new IllegalArgumentException("range (" + written + ") must be an address, / and its leading bits"
                    + "\nMaybe write it as 10.0.0.0/8 or fd00::/8.");
        }
        return new AddressRange(start, Integer.parseInt(length), what);
    }

    private static byte @Nullable [] literal(String address) {
        // Only digits and colons reach the resolver, so that no name is asked for.
        if (!address.matches("\\d{1,3}(\\.\\d{1,3}){3}|[0-9A-Fa-f:]*:[0-9A-Fa-f:]*")) {
            return null;
        }
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            return null;
        }
    }

    /// Whether it holds the address of these bytes.
    boolean holds(byte[] address) {
        if (address.length != start.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if (((address[bit / Byte.SIZE] ^ start[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
