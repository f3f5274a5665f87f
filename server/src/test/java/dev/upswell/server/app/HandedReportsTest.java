package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.report.KeptReport;
import dev.upswell.server.report.SampleDocuments;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Creators, affiliates and clients see the reports that were handed to them, and of others not even that there are any.
class HandedReportsTest {

    private static final String PASSWORD = "four words and a half";
    private static final String TYPED = "four+words+and+a+half";

    private final Terminal terminal = new Terminal();
    private KeptReport theirs;
    private KeptReport another;

    @BeforeEach
    void makeTwo() {
        try (OpenWorkplace workplace = terminal.workplace()) {
            theirs = kept(workplace, "client");
            another = kept(workplace, "factory");
        }
        add("mira", "owner");
    }

    private static KeptReport kept(OpenWorkplace workplace, String kind) {
        return workplace.reporting().reports().keep(kind, List.of(SampleDocuments.client()), null, "ada").getFirst();
    }

    private void add(String name, String role) {
        assertThat(terminal.typing(PASSWORD + "\n").run("password", "set", name, "--role", role).exitCode()).isZero();
    }

    private void served(Consumer<Visitor> visit) {
        Visitor.served(terminal, visit);
    }

    private static Visitor signedIn(Visitor visitor, String name) {
        return visitor.browser().keeping(visitor.signIn(name, TYPED));
    }

    private static Visitor programs(Visitor person) {
        return person.with("Accept", "*/*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"creator", "affiliate", "client"})
    void whatWasHandedOverIsThereAndNothingElse(String role) {
        add("carl", role);
        assertThat(terminal.run("report", "give", theirs.shortId(), "carl").out()).contains("carl", role);
        served(visitor -> {
            Visitor carl = signedIn(visitor, "carl");
            assertThat(carl.get("/reports").body()).contains(theirs.shortId()).doesNotContain(another.shortId());
            assertThat(carl.get("/reports/" + theirs.id()).body()).contains("What works for #skincare")
                    .doesNotContain("/readers");
            assertThat(carl.get("/reports/" + theirs.id() + "/file").statusCode()).isEqualTo(200);
            assertThat(carl.get("/reports/" + theirs.id() + "/file?format=json").statusCode()).isEqualTo(400);
            assertThat(programs(carl).get("/api/v1/reports").body()).contains("\"total\":1", theirs.id().toString());
            assertThat(programs(carl).get("/api/v1/reports/" + theirs.id() + ".pdf").statusCode()).isEqualTo(200);
            assertThat(programs(carl).get("/api/v1/reports/" + theirs.id() + ".md").statusCode()).isEqualTo(422);

            String never = "00000000-0000-4000-8000-000000000000";
            for (String path : List.of("/reports/%s", "/reports/%s/file", "/api/v1/reports/%s",
                    "/api/v1/reports/%s.pdf", "/api/v1/reports/%s.md")) {
                Visitor asking = path.startsWith("/api") ? programs(carl) : carl;
                var hidden = asking.get(path.formatted(another.id()));
                var absent = asking.get(path.formatted(never));
                assertThat(hidden.statusCode()).isEqualTo(404);
                assertThat(hidden.body().replace(another.id().toString(), never)).isEqualTo(absent.body());
            }
            assertThat(carl.browser().get("/").headers().firstValue("Location").orElseThrow())
                    .endsWith(role.equals("creator") ? "/overview" : "/reports");
        });
        assertThat(terminal.run("report", "take", theirs.shortId(), "carl").out()).contains("handed to nobody");
        served(visitor -> assertThat(signedIn(visitor, "carl").get("/reports/" + theirs.id()).statusCode())
                .isEqualTo(404));
    }

    @Test
    void aReportIsHandedOverOnItsPageAndOverRest() {
        add("carl", "client");
        add("anna", "affiliate");
        served(visitor -> {
            Visitor mira = signedIn(visitor, "mira");
            String page = "/reports/" + theirs.id();
            assertThat(mira.get(page).body()).contains("Nobody yet.", "carl · Client", "anna · Affiliate");
            assertThat(mira.postForm(page + "/readers", "person=carl").statusCode()).isEqualTo(302);
            assertThat(mira.get(page).body()).contains(page + "/readers/carl/remove", "by mira");
            assertThat(mira.postForm(page + "/readers", "person=mira").body())
                    .contains("There is nobody called &quot;mira&quot; to whom it can be handed.");
            assertThat(programs(mira).get("/api/v1/reports/" + theirs.id() + "/readers").body()).contains(
                    "\"name\":\"carl\"",
                    "\"role\":\"client\"", "\"by\":\"mira\"");
            assertThat(signedIn(visitor, "carl").get(page).statusCode()).isEqualTo(200);
            assertThat(signedIn(visitor, "anna").get(page).statusCode()).isEqualTo(404);

            assertThat(mira.postForm(page + "/readers/carl/remove", "").statusCode()).isEqualTo(302);
            assertThat(signedIn(visitor, "carl").get(page).statusCode()).isEqualTo(404);
        });
    }
}
