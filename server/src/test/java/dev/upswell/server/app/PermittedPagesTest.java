package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What pages show goes by who looks: no link of any page that a role reaches leads to a refusal, and no form is one that it may not send.
class PermittedPagesTest {

    private static final String PASSWORD = "four words and a half";
    private static final String TYPED = "four+words+and+a+half";
    private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"(/[^\"#?]*)");
    private static final Pattern FORM = Pattern.compile("<form [^>]*method=\"post\"[^>]*action=\"(/[^\"?]*)");
    private static final Pattern ITEM = Pattern.compile("<li><a href=\"/(\\w+)\"");

    private final Terminal terminal = new Terminal();

    private void add(String name, String role) {
        assertThat(terminal.typing(PASSWORD + "\n").run("password", "set", name, "--role", role).exitCode()).isZero();
    }

    private static Set<String> found(Pattern pattern, String page) {
        return pattern.matcher(page).results().map(hit -> hit.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Visitor signedIn(Visitor visitor, String name) {
        return visitor.browser().keeping(visitor.signIn(name, TYPED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"executive", "analyst", "planner", "creator", "affiliate", "client", "admin"})
    void noLinkOfAPageLeadsToARefusal(String role) {
        add("mira", "owner");
        add("paul", role);
        Visitor.served(terminal, visitor -> {
            Visitor paul = signedIn(visitor, "paul");
            Deque<String> toSee = new ArrayDeque<>(List.of("/"));
            Set<String> seen = new TreeSet<>(toSee);
            List<String> refused = new ArrayList<>();
            while (!toSee.isEmpty()) {
                String path = toSee.remove();
                var answer = paul.get(path);
                if (answer.statusCode() == 403) {
                    refused.add(path);
                }
                found(LINK, answer.body()).stream().filter(seen::add).forEach(toSee::add);
                answer.headers().firstValue("Location").map(to -> to.substring(visitor.server().length()))
                        .filter(seen::add).ifPresent(toSee::add);
            }
            assertThat(refused).isEmpty();
            assertThat(seen).hasSizeGreaterThan(role.equals("client") || role.equals("affiliate") ? 1 : 5);
        });
    }

    @Test
    void theNavigationAndTheFormsAreThoseOfTheRole() {
        add("mira", "owner");
        add("carl", "client");
        add("paul", "planner");
        add("emma", "executive");
        Visitor.served(terminal, visitor -> {
            assertThat(found(ITEM, signedIn(visitor, "mira").get("/trends").body())).hasSize(20);
            assertThat(found(ITEM, signedIn(visitor, "carl").get("/reports").body())).containsExactly("docs",
                    "reports");
            assertThat(found(ITEM, signedIn(visitor, "paul").get("/trends").body())).contains("trials", "reports")
                    .doesNotContain("models", "features", "data", "sources", "access");

            assertThat(found(FORM, signedIn(visitor, "paul").get("/trials").body())).contains("/trials");
            assertThat(found(FORM, signedIn(visitor, "emma").get("/trials").body())).containsExactly("/language",
                    "/sign-out");
            assertThat(found(LINK, signedIn(visitor, "emma").get("/reports").body())).doesNotContain("/reports/new");
            assertThat(found(LINK, signedIn(visitor, "paul").get("/reports").body())).contains("/reports/new");
        });
    }
}
