package dev.upswell.server.across;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.brief.Industry;
import dev.upswell.server.creative.BegunSearch;
import dev.upswell.server.creative.PatternRuns;
import dev.upswell.server.creative.PatternSubject;
import dev.upswell.server.creative.PostedVideos;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IndustriesTest {

    private static PostedVideos searched;

    @BeforeAll
    static void search() {
        searched = PostedVideos.of(30, 0);
        var wanted = new PatternRuns.Wanted("Acme", PatternSubject.of("bali", null), PostedVideos.QUICK, "ada");
        try (BegunSearch begun = searched.runs.begin(wanted)) {
            begun.run(2, PatternRuns.Progress.SILENT);
        }
    }

    private static Industries of(PostedVideos posted) {
        return new Industries(posted.tenant, posted.database, () -> PostedVideos.NOON, posted.runs);
    }

    private static IndustryDraft surfing() {
        return new IndustryDraft(" Surf  boards", null, "Sports", "Leisure", List.of("#Waves", "surf"), 0.061,
                List.of("up_to_30", "up_to_15"));
    }

    @Test
    void builtInOnesAreThereFromTheBeginning() {
        assertThat(of(new PostedVideos()).list()).extracting(IndustryDocument::name).containsExactly(
                "functional drinks", "nutritional supplements", "beauty");
        assertThat(of(new PostedVideos()).list()).allSatisfy(one -> {
            assertThat(one.builtIn()).isTrue();
            assertThat(one.own()).isFalse();
        });
    }

    @Test
    void anAddedOneIsKeptAsItIsMeantAndSeenByItsTenantAlone() {
        Industries industries = of(new PostedVideos());

        IndustryDocument kept = industries.put("surfing", surfing(), "ada");

        assertThat(kept).isEqualTo(new IndustryDocument("surfing", "Surf boards", "Surf boards", "sports", "leisure",
                false, true, List.of("surf", "waves"), 0.061, List.of("up_to_15", "up_to_30"),
                List.of("0–15 s", "15–30 s"), List.of()));
        assertThat(industries.known()).containsKey("surfing");
        assertThat(of(new PostedVideos()).known()).doesNotContainKey("surfing");
        industries.remove("surfing");
        assertThat(industries.known()).doesNotContainKey("surfing");
    }

    @Test
    void aBuiltInOneIsChangedForItsTenantAndComesBackAsItWas() {
        Industries industries = of(new PostedVideos());

        industries.put("beauty",
                new IndustryDraft("skin care", "perawatan kulit", "care", "wellness", null, null, null),
                "ada");

        assertThat(industries.get("beauty")).satisfies(changed -> {
            assertThat(changed.builtIn()).isTrue();
            assertThat(changed.own()).isTrue();
            assertThat(changed.typicalEngagement()).isNull();
        });
        assertThat(industries.known().get("beauty").name(Locale.of("id"))).isEqualTo("perawatan kulit");
        industries.remove("beauty");
        assertThat(industries.get("beauty").name()).isEqualTo("beauty");
        assertThatThrownBy(() -> industries.remove("beauty")).isInstanceOf(AcrossRefused.class)
                .hasMessageContaining("The industry beauty is built in and was not changed.");
    }

    @Test
    void everythingThatIsWrongIsNamedTogether() {
        assertThatThrownBy(() -> of(new PostedVideos()).put("Surf!", new IndustryDraft("", "x".repeat(61), null, "a",
                List.of("two words"), 4.5, List.of("long")), "ada")).isInstanceOf(AcrossRefused.class)
                .hasMessageContainingAll("Key (Surf!) must be 1 to 40 small letters, digits and underscores.",
                        "Name is missing.", "Name in Indonesian has 61 characters and may have 60.",
                        "Category is missing.",
                        "Hashtag (two words) is none: it has no blanks and up to 100 characters.",
                        "Typical engagement (4.5) must be a fraction above 0 and at most 1: 4.5 percent is 0.045.",
                        "Length (long) must be one of up_to_15, up_to_30, up_to_60, up_to_90, up_to_120.");
    }

    @Test
    void aClientBelongsToOneIndustryOrNone() {
        Industries industries = of(searched);
        assertThat(industries.of("Acme")).isEmpty();

        industries.place("Acme", "beauty", "ada");
        industries.place("Acme", "functional_drinks", "ada");

        assertThat(industries.of("Acme")).map(Industry::key).hasValue("functional_drinks");
        assertThat(industries.get("functional_drinks").clients()).containsExactly("Acme");
        assertThat(industries.clients()).containsExactly(new Industries.OfClient("Acme", 1, "functional_drinks"));
        industries.place("Acme", null, "ada");
        assertThat(industries.of("Acme")).isEmpty();
    }

    @Test
    void unknownClientsAndIndustriesAreRefused() {
        Industries industries = of(searched);

        assertThatThrownBy(() -> industries.place("Nobody", "beauty", "ada"))
                .hasMessageContaining("No hashtag was searched for the client \"Nobody\".");
        assertThatThrownBy(() -> industries.place("Acme", "steel", "ada"))
                .hasMessageContaining("There is no industry steel.");
        assertThatThrownBy(() -> industries.remove("steel")).hasMessageContaining("There is no industry steel.");
    }

    @Test
    void anIndustryWithClientsStays() {
        Industries industries = of(searched);
        industries.put("surfing", surfing(), "ada");
        industries.place("Acme", "surfing", "ada");

        assertThatThrownBy(() -> industries.remove("surfing")).isInstanceOf(AcrossRefused.class)
                .hasMessageContaining("To the industry surfing belong Acme.");

        industries.place("Acme", null, "ada");
        industries.remove("surfing");
        assertThat(industries.known()).doesNotContainKey("surfing");
    }
}
