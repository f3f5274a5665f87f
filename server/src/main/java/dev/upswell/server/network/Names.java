package dev.upswell.server.network;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// Tells which addresses a host has.
@FunctionalInterface
public interface Names {

    /// As this machine resolves them.
    Names SYSTEM = InetAddress::getAllByName;

    /// All of them, at least one.
    InetAddress[] find(String host) throws UnknownHostException;
}
