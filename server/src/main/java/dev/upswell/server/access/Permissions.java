package dev.upswell.server.access;

/// What whoever sends a request may ask this server for: what pages show them goes by it.
public interface Permissions {

    /// The request attribute in which the door leaves them; also the name under which templates know them.
    String ATTRIBUTE = "permissions";

    /// Whether they may send this.
    ///
    /// @param method such as `POST`
    /// @param path with what stands in place of variables; what leads to no route may always be sent
    boolean may(String method, String path);

    /// Whether they keep people and tokens in order, and so read what happens about them.
    default boolean keepsAccess() {
        return see("/access");
    }

    /// Whether they may look at this page.
    default boolean see(String path) {
        return may("GET", path);
    }
}
