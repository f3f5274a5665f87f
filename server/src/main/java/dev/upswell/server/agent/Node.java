package dev.upswell.server.agent;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;

/// What this process is called among the servers of a store.
public final class Node {

    private Node() {
    }

    /// A name that no other process ever has: its machine, its number there, and four digits of chance, for numbers come again.
    public static String name() {
        return machine() + "/" + ProcessHandle.current().pid() + "/" + UUID.randomUUID().toString().substring(0, 4);
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
