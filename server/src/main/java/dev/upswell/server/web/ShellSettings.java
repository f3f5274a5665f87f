package dev.upswell.server.web;

import java.util.Set;

/// What the shell must be told from outside.
///
/// @param hosts the names under which this server answers, in lower case, IPv6 addresses in brackets
/// @param largestUpload the largest file that the browser may send, in bytes
public record ShellSettings(Set<String> hosts, long largestUpload) {

    private static final long HALF_A_GIGABYTE = 500_000_000;

    public ShellSettings {
        hosts = Set.copyOf(hosts);
    }

    /// A server that listens on loopback only.
    public static ShellSettings loopback() {
        return new ShellSettings(Set.of("localhost", "127.0.0.1", "[::1]"), HALF_A_GIGABYTE);
    }
}
