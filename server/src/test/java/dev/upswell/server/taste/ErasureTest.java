package dev.upswell.server.taste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.collect.Collected;
import dev.upswell.taste.Affinity;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ErasureTest {

    private final TasteBench bench = new TasteBench();

    private KeptProfile make(String handle, Ground ground) {
        return bench.profiles.make(handle, ground, "hand", bench.taxonomy());
    }

    @Test
    void whoIsErasedStandsInNoTextOfCatalogAndLake() {
        make("Ani_The_First", Ground.CONSENT);
        bench.reactions.keep("ani_the_first", List.of(new Reaction("v2", null, Reaction.Kind.SAVED, null,
                TasteBench.NOON.minus(Duration.ofDays(1)))));
        bench.database.transactions().call(bench.tenant,
                db -> db.sql(
                        """
                            insert into quarantine (content_sha256, file_name, row_number, line, reason, detail, excerpt, format) values
                            ('f00', 'people.jsonl', 1, 1, 'bad-kind', 'action (glanced)', '{"account":"ani_the_first"}', 'upswell-people'),
                            ('f00', 'people.jsonl', 2, 2, 'bad-kind', 'action (glanced)', '{"account":"anixthexfirst"}', 'upswell-people')
                            """)
                        .update());
        assertThat(bench.dump().toLowerCase(Locale.ROOT)).contains("ani_the_first");

        long rows = bench.profiles.erase("@ani_the_first", "herself");

        assertThat(bench.dump().toLowerCase(Locale.ROOT)).doesNotContain("ani_the_first")
                .contains("anixthexfirst", "herself", "\"bo\"");
        assertThat(rows).as("subject, profile, tag, reaction, row set aside, activity").isEqualTo(6);
        assertThatThrownBy(() -> bench.profiles.get("ani_the_first")).isInstanceOf(TasteRefused.class)
                .hasMessageContaining("There is no profile of ani_the_first.");
        assertThat(make("bo", Ground.CONSENT).profile().affinities()).extracting(Affinity::tag)
                .containsExactly("football_league");
    }

    @Test
    void whileAnImportIsAtWorkNothingIsErasedAndThePersonIsTold() {
        Subject ani = make("ani_the_first", Ground.CONSENT).subject();
        var erasure = new Erasure(bench.tenant, bench.database, Duration.ofSeconds(1));

        try (var _ = bench.database.locks().acquire(bench.tenant, Collected.WORK)) {
            assertThatThrownBy(() -> erasure.erase(ani, "herself", TasteBench.NOON)).isInstanceOf(TasteRefused.class)
                    .hasMessage(
                            "Nothing of ani_the_first was erased: an import is at work.\nAsk for it again when the import has ended.");
        }
        assertThat(bench.profiles.get("ani_the_first").subject()).isEqualTo(ani);
        assertThat(erasure.erase(ani, "herself", TasteBench.NOON)).isPositive();
    }

    @Test
    void profilesAreListedInPartsWithTheLastOfEach() {
        make("ani_the_first", Ground.CONSENT);
        KeptProfile bo = make("bo", Ground.CONSENT);

        Profiles.Part part = bench.profiles.list(1, 1);

        assertThat(part.total()).isEqualTo(2);
        assertThat(part.items())
                .containsExactly(new Profiles.Listed(bo.subject(), Optional.of(bench.profiles.get("bo"))));
        assertThat(bench.profiles.profiled()).containsExactly("ani_the_first", "bo");
        assertThat(bench.profiles.handle(bo.subject().id())).contains("bo");
    }

    @Test
    void theFirstAccountOfOnesOwnHasTheActivityOfExportsWithoutAName() {
        assertThat(make("ani_the_first", Ground.CONSENT).profile().sample().likes()).isEqualTo(1);
        KeptProfile own = make("me", Ground.OWN);
        KeptProfile other = make("mine_too", Ground.OWN);

        assertThat(own.profile().sample().likes()).isEqualTo(1);
        assertThat(own.profile().affinities()).extracting(Affinity::tag).containsExactly("sourdough_bread");
        assertThat(other.profile().sample().likes()).isZero();
        bench.profiles.erase("me", "hand");
        assertThat(make("another", Ground.OWN).profile().sample().likes()).as("erased with its subject").isZero();
    }

    @Test
    void aReactionChangesTheNextProfile() {
        KeptProfile before = make("ani_the_first", Ground.CONSENT);
        bench.reactions.keep("ani_the_first", List.of(
                new Reaction("v3", null, Reaction.Kind.LIKED, null, TasteBench.NOON.minus(Duration.ofHours(2))),
                new Reaction("v2", null, Reaction.Kind.HIDDEN, null, TasteBench.NOON.minus(Duration.ofHours(1)))));

        KeptProfile after = bench.profiles.make("ani_the_first", null, "hand", bench.taxonomies.latest());

        assertThat(before.profile().affinities()).extracting(Affinity::tag).containsExactly("sourdough_bread");
        assertThat(after.profile().affinities()).extracting(Affinity::tag).contains("football_league");
        assertThat(after.profile().sample().hidden()).isEqualTo(1);
        assertThat(bench.profiles.get("ani_the_first").profile()).isEqualTo(after.profile());
        assertThat(bench.reactions.last("ani_the_first", TasteBench.NOON.minus(Duration.ofMinutes(90))))
                .extracting(Reaction::kind).as("as of then").containsExactly(Reaction.Kind.LIKED);
    }

    @Test
    void reactionsOfNobodyAreRefused() {
        assertThatThrownBy(() -> bench.reactions.keep("nobody", List.of())).isInstanceOf(TasteRefused.class);
        assertThat(bench.reactions.last("nobody", TasteBench.NOON)).isEmpty();
        assertThatThrownBy(() -> new Reaction("v1", null, Reaction.Kind.WATCHED, 40.0, TasteBench.NOON))
                .hasMessageContaining("strength (40.0) must be from 0 to 1");
    }
}
