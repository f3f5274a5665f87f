package dev.upswell.benchmarks.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/// The people who read: added by the owner over REST, each signed in at a browser. Ten share an address of this machine, for from one
/// address nobody signs in more often than twenty times a minute.
final class Staff {

    static final String OWNER = "load-owner";
    static final String PASSWORD = "words for a measured load";
    private static final int AT_ONE_ADDRESS = 10;
    /// As an agency may be: those who work on it most are most.
    private static final List<String> ROLES = List.of("analyst", "planner", "executive", "planner", "analyst",
            "creator", "executive", "owner", "client", "planner");

    private final String server;
    private final List<HttpClient> clients = new ArrayList<>();

    Staff(String server) {
        this.server = server;
    }

    /// Somebody's browser.
    record Browser(HttpClient http, String cookie, String role) {
    }

    private HttpClient client(int number) throws IOException {
        while (clients.size() <= number) {
            clients.add(HttpClient.newBuilder()
                    .localAddress(InetAddress.getByName("127.0.1." + (clients.size() + 1))).build());
        }
        return clients.get(number);
    }

    Browser owner() throws IOException, InterruptedException {
        return signedIn(client(0), OWNER, "owner");
    }

    List<Browser> hired(Browser owner, int people) throws IOException, InterruptedException {
        List<Browser> staff = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            String role = ROLES.get(i % ROLES.size());
            String name = "load-" + i;
            HttpResponse<String> added = owner.http().send(request("/api/v1/people").header("Cookie", owner.cookie())
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"name\":\"%s\",\"role\":\"%s\",\"password\":\"%s\"}"
                            .formatted(name, role, PASSWORD)))
                    .build(), BodyHandlers.ofString());
            if (added.statusCode() != 200 && added.statusCode() != 409) {
                throw new IOException("nobody can be added: " + added.statusCode() + " " + added.body());
            }
            staff.add(signedIn(client(1 + i / AT_ONE_ADDRESS), name, role));
        }
        return staff;
    }

    private Browser signedIn(HttpClient http, String name, String role) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request("/sign-in").header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("name=" + name + "&password=" + PASSWORD.replace(' ', '+'))).build(),
                BodyHandlers.ofString());
        String cookie = answer.headers().firstValue("Set-Cookie").filter(one -> answer.statusCode() == 302)
                .orElseThrow(() -> new IOException(name + " cannot sign in: " + answer.statusCode()));
        return new Browser(http, cookie.split(";")[0], role);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + path)).header("Origin", server);
    }
}
