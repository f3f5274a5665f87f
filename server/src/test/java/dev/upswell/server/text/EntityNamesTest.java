package dev.upswell.server.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.content.Count;
import dev.upswell.content.Counts;
import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.language.Entity;
import dev.upswell.server.text.SaidEntity.State;
import dev.upswell.server.trend.compute.ObservedLake;
import dev.upswell.timeline.Observation;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntityNamesTest {

    private final PostedCaptions posted = new PostedCaptions();
    private final EntityNames names = names(posted);

    private static EntityNames names(PostedCaptions posted) {
        return names(posted, 0);
    }

    private static EntityNames names(PostedCaptions posted, long least) {
        return new EntityNames(posted.tenant, posted.database, () -> PostedCaptions.NOON,
                new NamedCreatorRepository(posted.tenant, posted.database, least));
    }

    private List<String> found() {
        return names.in(List.of("8001", "8002")).named().stream()
                .map(one -> one.name() + " " + one.captions() + "/" + one.creators()).toList();
    }

    @Test
    void anApprovalCountsAtOnceAndARejectionTakesAShippedNameAway() {
        posted.add("8001", "ben", "beli kahf di shopee", "2026-02-11");
        posted.add("8002", "ben", "@ben lagi di shopee", "2026-02-11");
        assertThat(found()).containsExactly("Shopee 2/1", "ben 1/1");

        names.say("Kahf", Entity.Kind.BRAND, List.of(), State.APPROVED, "ada");
        names.say("shopee", Entity.Kind.BRAND, List.of(), State.REJECTED, "ada");

        assertThat(found()).containsExactly("Kahf 1/1", "ben 1/1");
        assertThat(names.said()).extracting(SaidEntity::name).containsExactlyInAnyOrder("Kahf", "shopee");
    }

    @Test
    void collectedCreatorsAreNamedFromAsManyFollowersOnAsTheyAreKnownToHave() {
        posted.add("8001", "ben", "makan bareng @carl dan @dewi", "2026-02-11");
        posted.add("8002", "carl", "@ben lagi", "2026-02-11");
        posted.add("8003", "dewi", "makan", "2026-02-11");
        new ObservedLake(posted.tenant).observe(List.of(followed("ben", "2026-02-01T00:00:00Z", 50_000),
                followed("ben", "2026-02-10T00:00:00Z", 9_999), followed("carl", "2026-02-10T00:00:00Z", 10_000)));

        assertThat(names(posted, 10_000).in(List.of("8001", "8002")).named()).extracting(EntityNames.Named::name)
                .as("ben has fewer by now, and nobody knows of dewi").containsExactly("carl");
        assertThat(names(posted, 0).in(List.of("8001", "8002")).named()).extracting(EntityNames.Named::name)
                .containsExactlyInAnyOrder("ben", "carl", "dewi");
    }

    private static Observation followed(String creator, String at, long followers) {
        return new Observation(new EntityId(EntityKind.CREATOR, creator), "test", Instant.parse(at),
                new Counts(null, null, null, null, null, null, Count.exact(followers)));
    }

    @Test
    void theLastDecisionCountsHoweverTheNameIsWritten() {
        posted.add("8001", "ben", "beli kahf #kahfeveryday", "2026-02-11");
        say("Kahf", List.of("kahfeveryday"), State.APPROVED, 0);
        assertThat(found()).containsExactly("Kahf 1/1");

        say("kahf", List.of(), State.REJECTED, 1);
        assertThat(found()).isEmpty();
        say("KAHF", List.of("kahfeveryday"), State.APPROVED, 2);
        assertThat(found()).containsExactly("KAHF 1/1");
        say("Kahf Everyday", List.of(), State.REJECTED, 3);
        assertThat(found()).as("a rejected spelling takes the name away").isEmpty();
    }

    private void say(String name, List<String> spellings, State state, int minutes) {
        new EntityNames(posted.tenant, posted.database, () -> PostedCaptions.NOON.plusSeconds(60L * minutes),
                new NamedCreatorRepository(posted.tenant, posted.database, 0)).say(name,
                        Entity.Kind.BRAND, spellings, state, "ada");
    }

    @Test
    void anotherTenantKnowsNothingOfIt() {
        PostedCaptions other = new PostedCaptions();
        other.add("8001", "carl", "beli kahf bareng @ben", "2026-02-11");
        posted.add("8001", "ben", "beli kahf", "2026-02-11");
        names.say("Kahf", Entity.Kind.BRAND, List.of(), State.APPROVED, "ada");

        assertThat(names(other).said()).isEmpty();
        assertThat(names(other).in(List.of("8001"))).isEqualTo(new EntityNames.Found(1, 0, List.of()));
    }

    @Test
    void onlyBrandsProductsAndPublicFiguresAreTaken() {
        assertThatThrownBy(() -> names.say("anna", Entity.Kind.CREATOR, List.of(), State.APPROVED, "ada"))
                .isInstanceOf(TextRefused.class).hasMessageStartingWith(
                        "The name (anna) must be a brand, a product or a public figure.");
        assertThatThrownBy(() -> names.say(" - ", Entity.Kind.BRAND, List.of(), State.APPROVED, "ada"))
                .hasMessageStartingWith("The name (-) must have at most 60 characters");
    }
}
