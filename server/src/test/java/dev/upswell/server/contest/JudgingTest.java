package dev.upswell.server.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.numeric.Dice;
import dev.upswell.ranking.TeamDraft.Team;
import dev.upswell.server.contest.ConfigurationTrial.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JudgingTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final int DAYS = 20;

    private static ConfigurationTrial trial(Kind kind) {
        return new ConfigurationTrial("trial", kind, "a", "b", 1, NOON, "ani", null, null);
    }

    private static LoggedList list(int person, Instant at, String configuration, double reward) {
        return new LoggedList(new UUID(1, person), at, configuration, Map.of(), Map.of(), reward, Map.of(), 0);
    }

    /// People with a mind of their own who have a list on about every third day; lists of B bring so much more.
    private static List<LoggedList> lists(long seed, int people, double better) {
        List<LoggedList> lists = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            Dice dice = Dice.of(seed, "person", person);
            boolean ofB = dice.chance(0.5);
            double mind = 2 + dice.gaussian();
            for (int day = 0; day < DAYS; day++) {
                if (dice.chance(0.3)) {
                    lists.add(list(person, NOON.plus(Duration.ofHours(24L * day + dice.below(24))), ofB ? "b" : "a",
                            mind + 2 * dice.gaussian() + (ofB ? better : 0)));
                }
            }
        }
        lists.sort(Comparator.comparing(LoggedList::at));
        return lists;
    }

    private static Look look(Kind kind, List<LoggedList> lists) {
        return new Judging(trial(kind), lists, NOON.plus(Duration.ofDays(DAYS + 2))).look();
    }

    @Test
    void equalConfigurationsAreToldApartInOneOfTwentyTrialsAtMostThoughEachDayIsLookedAt() {
        long wrong = 0;
        for (long seed = 0; seed < 400; seed++) {
            wrong += look(Kind.AB, lists(seed, 60, 0)).verdict().isDecided() ? 1 : 0;
        }

        assertThat(wrong).isLessThanOrEqualTo(20);
    }

    @Test
    void aBetterConfigurationIsFoundAndItsIntervalHoldsTheTruth() {
        int found = 0;
        int held = 0;
        for (long seed = 0; seed < 60; seed++) {
            Look look = look(Kind.AB, lists(seed, 120, 1.2));
            assertThat(look.verdict()).isNotEqualTo(TrialVerdict.A_BETTER);
            found += look.verdict() == TrialVerdict.B_BETTER ? 1 : 0;
            held += Objects.requireNonNull(look.low()) <= 1.2 && Objects.requireNonNull(look.high()) >= 1.2 ? 1 : 0;
        }

        assertThat(found).isGreaterThan(48);
        assertThat(held).isGreaterThanOrEqualTo(57);
    }

    @Test
    void fewPeopleUnevenSidesAndYoungListsTellNothing() {
        assertThat(look(Kind.AB, lists(1, 30, 5)).verdict()).isEqualTo(TrialVerdict.TOO_FEW);
        assertThat(look(Kind.AB, List.of())).satisfies(look -> {
            assertThat(look.verdict()).isEqualTo(TrialVerdict.TOO_FEW);
            assertThat(look.ratio()).isNull();
            assertThat(look.value()).isNull();
        });
        List<LoggedList> uneven = lists(2, 300, 5).stream()
                .filter(list -> list.configuration().equals("a") || list.subject().getLeastSignificantBits() < 100)
                .toList();
        assertThat(look(Kind.AB, uneven).verdict()).isEqualTo(TrialVerdict.UNEVEN);
        Instant early = NOON.plus(Duration.ofHours(30));
        List<LoggedList> young = List.of(list(1, NOON, "a", 1), list(2, NOON.plus(Duration.ofHours(10)), "b", 1));
        Look look = new Judging(trial(Kind.AB), young, early).look();
        assertThat(look.waiting()).isEqualTo(1);
        assertThat(look.a()).isEqualTo(new Look.Side(1, 1, 1));
        assertThat(look.b().people()).isZero();
    }

    @Test
    void aPersonCountsOnceHoweverManyListsTheyHave() {
        List<LoggedList> lists = List.of(list(1, NOON, "a", 10), list(2, NOON, "a", 0), list(2, NOON, "a", 0),
                list(2, NOON, "a", 0));

        assertThat(look(Kind.AB, lists).a()).isEqualTo(new Look.Side(2, 4, 5));
    }

    @Test
    void interleavedListsDecideByWhoLedAndDrawsByNobody() {
        List<LoggedList> lists = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            lists.add(new LoggedList(new UUID(1, i % 5), NOON.plusSeconds(i), "a+b", Map.of(), Map.of(), 3,
                    Map.of(Team.A, 1.0, Team.B, 2.0), i % 6 == 0 ? 0 : i % 6 == 1 ? -1 : 1));
        }

        Look look = look(Kind.INTERLEAVE, lists);

        assertThat(look.verdict()).isEqualTo(TrialVerdict.B_BETTER);
        assertThat(look.undecided()).isEqualTo(10);
        assertThat(look.a()).isEqualTo(new Look.Side(5, 10, 1));
        assertThat(look.b()).isEqualTo(new Look.Side(5, 40, 2));
        assertThat(look.value()).isCloseTo(0.8, within(1e-9));
        assertThat(look.low()).isGreaterThan(0.5);
    }
}
