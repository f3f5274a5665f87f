package dev.upswell.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.upswell.scorecard.Kpi;
import dev.upswell.server.security.GuardedServer.Guest;
import dev.upswell.server.web.Query;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestBody;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Who did something is who came in, by whatever name a form or a document calls them.
class SignaturesTest {

    private static final String JSON = "application/json";
    private static final String TYPED = "\"by\":\"somebody else\"";

    @Test
    void whatSomebodyTypesDoesNotMakeThemSomebodyElse() {
        try (GuardedServer server = new GuardedServer()) {
            assertSigned(server.signedIn(), "mira");
            assertSigned(server.program("robot"), "token robot");
        }
    }

    private static void assertSigned(Guest guest, String name) {
        assertThat(said(guest, "/api/v1/rules", "{\"rules\":\"v15 < p21 → as " + name + "\"," + TYPED + "}").at("/by")
                .asString())
                .isEqualTo(name);
        assertThat(said(guest, "/api/v1/prompts/collision",
                "{\"template\":\"Say it in {language}.\",\"note\":\"by " + name + "\"," + TYPED + "}").at("/author")
                .asString()).isEqualTo(name);
        String equal = Arrays.stream(Kpi.values()).map(kpi -> "\"" + kpi.field() + "\":" + 1.0 / Kpi.values().length)
                .collect(Collectors.joining(",", "{", "}"));
        assertThat(said(guest, "/api/v1/scorecards/weightings",
                "{\"name\":\"ours\",\"reason\":\"a try\",\"weights\":" + equal + "," + TYPED + "}").at("/keptBy")
                .asString()).isEqualTo(name);
        assertThat(said(guest, "/api/v1/scorecards/weightings/ours/adopt?reason=a+try&by=somebody+else", "")
                .at("/inForce").asBoolean()).isTrue();
        assertThat(guest.get("/api/v1/scorecards/weightings/adoptions").body()).contains(name)
                .doesNotContain("somebody else");
    }

    private static JsonNode said(Guest guest, String path, String body) {
        HttpResponse<String> answer = guest.post(path, JSON, body);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return JsonMapper.shared().readTree(answer.body());
    }

    /// A document that says `by` is read by a controller that asks the door who it is.
    @Test
    void everyControllerWhoseBodiesSayWhoAsksWhoCameIn() {
        JavaClasses classes = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.upswell.server");
        List<JavaClass> saying = classes.stream().filter(SignaturesTest::readsWho).toList();

        assertThat(saying).extracting(JavaClass::getSimpleName).contains("RulesResource", "NarrativesResource",
                "WordingResource", "PromptsResource", "WeightingsResource");
        assertThat(saying).allMatch(type -> type.getMethodCallsFromSelf().stream()
                .anyMatch(
                        call -> call.getTargetOwner().isEquivalentTo(Query.class) && call.getName().equals("author")));
    }

    private static boolean readsWho(JavaClass type) {
        return type.getMethods().stream().flatMap(method -> method.getParameters().stream())
                .filter(parameter -> parameter.isAnnotatedWith(RequestBody.class)).map(JavaParameter::getRawType)
                .anyMatch(body -> body.tryGetMethod("by").isPresent());
    }
}
