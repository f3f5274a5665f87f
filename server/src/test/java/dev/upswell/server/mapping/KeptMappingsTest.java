package dev.upswell.server.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.comply.AuditFilter;
import dev.upswell.server.comply.Compliance;
import dev.upswell.server.comply.ComplianceRefused;
import dev.upswell.server.comply.KeptCompliance;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptMappingsTest {

    private static final String VIEWS = "kind: hashtag\nname: tag\nobserved-at: day\nsource: mine\nviews: plays\n";
    private static final String LIKES = VIEWS + "likes: hearts\n";
    private static final List<String> HEADER = List.of("tag", "plays", "hearts", "day");

    private Instant now = Instant.parse("2026-01-14T14:00:00Z");
    private final TenantId tenant = TestDatabase.newTenant();
    private final Database database = TestDatabase.shared();
    private final KeptCompliance compliance = new KeptCompliance(tenant, database, () -> now);
    private final KeptMappings mappings = new KeptMappings(tenant, database, compliance, () -> now);

    private KeptMappings.Outcome keep(String name, String document, List<String> columns) {
        now = now.plus(Duration.ofMinutes(1));
        return mappings.confirm(new Confirmation(name, ColumnMapping.toKeep("test", document), columns,
                "our own counters", "ada"));
    }

    @Test
    void aChangeMakesANewVersionAndTheOlderOneStaysReadable() {
        assertThat(keep("clips", VIEWS, HEADER).made()).isTrue();
        KeptMapping second = keep("clips", LIKES, HEADER).kept();

        assertThat(second.id()).isEqualTo(new MappingVersion("clips", 2));
        assertThat(second.confirmed()).isEqualTo(new KeptMapping.Confirmed("ada", now, "our own counters"));
        assertThat(mappings.list()).containsExactly(second);
        assertThat(mappings.get(new MappingVersion("clips", 1)).mapping().counters()).containsOnlyKeys("views");
        assertThat(mappings.versions("clips")).extracting(kept -> kept.id().version()).containsExactly(2, 1);
        assertThat(compliance.log(AuditFilter.of("rule", "changed", "mapping clips"), 10, 0))
                .extracting(
                        entry -> entry.subject() + ", " + entry.rule() + ": " + entry.detail() + ", " + entry.actor())
                .containsExactly("mapping clips, version 2 of mine, kept: our own counters, ada",
                        "mapping clips, version 1 of mine, kept: our own counters, ada");
    }

    private static final class Killed extends Error {

        private static final long serialVersionUID = 1L;
    }

    /// Whoever is dead takes nothing back.
    @Test
    void whoIsKilledBeforeAMappingIsKeptLeavesNoRuleForIt() {
        Compliance unforgetting = (Compliance) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[]{Compliance.class}, (_, method, arguments) -> {
                    if (method.getName().equals("forget")) {
                        throw new Killed();
                    }
                    return method.invoke(compliance, arguments);
                });
        var killed = new KeptMappings(tenant, database, unforgetting, () -> {
            throw new Killed();
        });

        assertThatThrownBy(() -> killed.confirm(new Confirmation("clips", ColumnMapping.toKeep("test", VIEWS), HEADER,
                "our own counters", "ada"))).isInstanceOf(Killed.class);

        assertThat(mappings.find("clips")).isEmpty();
        assertThat(compliance.rules()).isEmpty();
        assertThat(compliance.log(AuditFilter.ALL, 10, 0)).isEmpty();
    }

    @Test
    void theSameAgainMakesNoVersion() {
        KeptMapping first = keep("clips", VIEWS, HEADER).kept();

        KeptMappings.Outcome again = keep("clips", "# in another order\n" + VIEWS, HEADER);

        assertThat(again.made()).isFalse();
        assertThat(again.kept()).isEqualTo(first);
    }

    @Test
    void ofTwoForOneHeaderTheOneConfirmedLastReads() {
        keep("clips", VIEWS, HEADER);
        keep("other", LIKES, List.of("Day", "hearts", "plays", "TAG"));
        assertThat(mappings.fitting(HEADER)).get().extracting(KeptMapping::id)
                .isEqualTo(new MappingVersion("other", 1));

        assertThat(keep("clips", VIEWS, HEADER).made()).isTrue();

        assertThat(mappings.fitting(HEADER)).get().extracting(KeptMapping::id)
                .isEqualTo(new MappingVersion("clips", 2));
        assertThat(mappings.fitting(List.of("tag", "plays", "day"))).isEmpty();
    }

    @Test
    void itReadsInTheFilesOwnSpelling() {
        ColumnMapping read = keep("clips", LIKES, HEADER).kept().of(List.of("Day", "TAG", "plays ", "Hearts"));

        assertThat(read.columns()).containsExactlyInAnyOrder("TAG", "Day", "plays ", "Hearts");
        assertThat(read.source()).isEqualTo("mine");
    }

    @Test
    void aNewVersionWithoutAHeaderIsForTheHeaderBefore() {
        keep("clips", VIEWS, HEADER);

        assertThat(keep("clips", LIKES, List.of()).kept().columns()).isEqualTo(HEADER);
        assertThatThrownBy(() -> keep("clips", LIKES + "saves: kept\n", List.of()))
                .isInstanceOf(MappingRefused.class)
                .hasMessageContaining("the header that clips was confirmed for has no column kept");
        assertThat(keep("by-name", VIEWS, List.of()).kept().columns()).isEmpty();
    }

    @Test
    void whatCannotBeKeptIsRefusedWithEveryProblemAndChangesNothing() {
        var mapping = ColumnMapping.parse("test", VIEWS.replace("day", "{constant: 2026-01-01T00:00:00Z}"), null);

        assertThatThrownBy(() -> mappings.confirm(new Confirmation("My Clips", mapping, List.of("tag"), "ours", "ada")))
                .isInstanceOf(MappingRefused.class)
                .hasMessageContainingAll("\"My Clips\" cannot be its name",
                        "one moment, which would date every later file",
                        "the header has no column plays");
        assertThatThrownBy(() -> ColumnMapping.toKeep("test", mapping.document())).isInstanceOf(MappingRefused.class)
                .hasMessageContaining("one moment").hasMessageNotContaining("given twice");
        assertThat(Confirmation.isName("guess")).isFalse();
        assertThat(Confirmation.isName("clips.yaml")).isFalse();
        assertThat(mappings.list()).isEmpty();
        assertThat(compliance.rules()).isEmpty();
    }

    @Test
    void aSourceThatNothingAllowsNeedsAReasonAndADeniedOneStaysDenied() {
        var silent = new Confirmation("clips", ColumnMapping.toKeep("test", VIEWS), HEADER, "", "ada");
        assertThatThrownBy(() -> mappings.confirm(silent)).isInstanceOf(ComplianceRefused.class)
                .hasMessageContaining("The source mine is in no terms policy", "or give the reason here");

        assertThat(keep("clips", VIEWS, HEADER).allowed()).isTrue();
        assertThat(compliance.rules()).singleElement().extracting("reason").isEqualTo("our own counters");
        assertThat(mappings.confirm(silent).made()).isFalse();

        compliance.deny("mine", "the owner objects", "hand");
        assertThatThrownBy(() -> keep("clips", LIKES, HEADER)).isInstanceOf(ComplianceRefused.class)
                .hasMessageContaining("denied here: the owner objects");
        assertThat(mappings.get("clips").id().version()).isEqualTo(1);
    }

    @Test
    void withoutAReasonTheTermsSayWhy() {
        compliance.allow("mine", "bought with its rights", "hand");

        var outcome = mappings
                .confirm(new Confirmation("clips", ColumnMapping.toKeep("test", VIEWS), HEADER, "", "ada"));

        assertThat(outcome.allowed()).isFalse();
        assertThat(outcome.kept().confirmed().reason()).isEqualTo("tenant rule: bought with its rights");
    }

    @Test
    void aRemovedNameReadsNothingStaysReadableAndGoesOnCounting() {
        KeptMapping first = keep("clips", VIEWS, HEADER).kept();

        assertThat(mappings.remove("clips", "ada")).isEqualTo(first);

        assertThat(mappings.list()).isEmpty();
        assertThat(mappings.fitting(HEADER)).isEmpty();
        assertThat(mappings.get(first.id()).removed()).isTrue();
        assertThatThrownBy(() -> mappings.remove("clips", "ada")).isInstanceOf(UnknownMapping.class)
                .hasMessageContaining("No mapping is kept under the name clips.");
        assertThat(keep("clips", VIEWS, HEADER).kept().id().version()).isEqualTo(2);
        assertThatThrownBy(() -> mappings.get(new MappingVersion("clips", 9))).isInstanceOf(UnknownMapping.class)
                .hasMessageContaining("It has the versions 1 to 2.");
    }

    @Test
    void whatNothingFollowedFromIsTakenBack() {
        KeptMappings.Outcome outcome = keep("clips", VIEWS, HEADER);

        mappings.takeBack(outcome);

        assertThat(mappings.list()).isEmpty();
        assertThat(compliance.rules()).isEmpty();
        assertThat(keep("clips", VIEWS, HEADER).kept().id().version()).isEqualTo(1);
    }

    @Test
    void anotherTenantSeesNone() {
        keep("clips", VIEWS, HEADER);
        TenantId theirs = TestDatabase.newTenant();
        var others = new KeptMappings(theirs, database, new KeptCompliance(theirs, database, () -> now), () -> now);

        assertThat(others.list()).isEmpty();
        assertThat(others.fitting(HEADER)).isEmpty();
        assertThatThrownBy(() -> others.versions("clips")).isInstanceOf(UnknownMapping.class);
    }
}
