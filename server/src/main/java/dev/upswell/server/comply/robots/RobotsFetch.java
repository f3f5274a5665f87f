package dev.upswell.server.comply.robots;

import java.io.IOException;
import java.net.URI;

/// Reads the file `robots.txt` of a site.
@FunctionalInterface
interface RobotsFetch {

    /// What a site answered.
    record Fetched(int status, String body) {
    }

    /// One request, redirections followed.
    ///
    /// **errors** `AddressRefused` when it leads into a private network; another `IOException` when nobody answers.
    Fetched read(URI robots) throws IOException, InterruptedException;
}
