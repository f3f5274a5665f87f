package dev.upswell.server.weigh;

import static dev.upswell.server.weigh.TradingCreators.NOON;
import static dev.upswell.server.weigh.TradingCreators.PERIOD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.upswell.commerce.CommerceFact;
import dev.upswell.commerce.Money;
import dev.upswell.commerce.OrderLine;
import dev.upswell.commerce.ShopOrder;
import dev.upswell.content.EntityId;
import dev.upswell.scorecard.Kpi;
import dev.upswell.scorecard.Weighting;
import dev.upswell.server.commerce.CommerceChunkRepository;
import dev.upswell.server.scorecard.KeptScorecard;
import dev.upswell.server.scorecard.ScorecardRefused;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.weigh.LearntWeights.End;
import dev.upswell.weigh.Lack;
import dev.upswell.weigh.Outcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LearningTest {

    @Test
    void weightsAreLearntFromOnesOwnHistoryKeptAndPutInForceByAPerson() {
        var trading = TradingCreators.told(40, 12);
        trading.cards.run(NOON.minus(PERIOD));
        trading.cards.run(NOON);

        LearntWeights learnt = trading.learn(NOON);

        assertThat(learnt.state()).isEqualTo("learnt");
        End.Learnt end = (End.Learnt) learnt.end();
        assertThat(end.version()).isEqualTo(1);
        assertThat(end.weights().of(Kpi.TIKTOK_SHOP)).isGreaterThan(0.4);
        assertThat(end.spread(Kpi.TIKTOK_SHOP).low()).isLessThanOrEqualTo(end.weights().of(Kpi.TIKTOK_SHOP));
        assertThat(end.standing().beatsBoth()).isTrue();
        assertThat(end.source().fingerprint()).hasSize(64);
        assertThat(learnt.history().creators()).isEqualTo(40);
        assertThat(learnt.history().outcomes()).isEqualTo(40 * 11);
        assertThat(learnt.history().period(end.source().judgedTo())).isEqualTo("2026-02-01");
        assertThat(learnt.by()).isEqualTo("ada");
        assertThat(trading.cards.weightings().get("learnt").weighting()).isEqualTo(end.weights());
        assertThat(trading.cards.weightings().get("learnt").reason())
                .isEqualTo("Learnt from 440 outcomes of 40 creators (as of 2026-03-01T12:00:00Z).");
        assertThat(trading.cards.now().weighting()).isEqualTo(Weighting.SEED);
        assertThat(trading.learning.list(10, 0).items()).containsExactly(learnt);
        assertThat(trading.learning.last("learnt")).hasValue(learnt);

        trading.learning.adopt(learnt.id().toString(), "It ranks better", "bob");
        assertThat(trading.cards.now().weighting()).isEqualTo(end.weights());
        assertThat(trading.cards.history("c1", 5, 0).items()).extracting(KeptScorecard::weighting)
                .containsExactly("learnt", "seed");
        trading.cards.withdraw("learnt", "Changed our mind", "bob");
        assertThat(trading.cards.now().weighting()).isEqualTo(Weighting.SEED);
    }

    @Test
    void whatIsToldLaterChangesNoFit() {
        var trading = TradingCreators.told(30, 12);
        Instant then = NOON.minus(PERIOD);
        End.Learnt before = (End.Learnt) trading.learn(then).end();
        trading.cards.run(NOON);
        trading.cards.told().keep(IntStream.range(0, 30).mapToObj(i -> "c" + i + "," + (30 - i))
                .collect(Collectors.joining("\n", "creator_id,total_revenue\n", "\n")), "later.csv",
                then.plusSeconds(1));
        orders(trading, order("o1", then.minus(Duration.ofDays(5)), then.plusSeconds(1)),
                line("o1", "c1", "99999", "EUR", then.plusSeconds(1)));

        End.Learnt after = (End.Learnt) trading.learn(then).end();

        assertThat(after.weights()).isEqualTo(before.weights());
        assertThat(after.source()).isEqualTo(before.source());
        assertThat(after.standing()).isEqualTo(before.standing());
        assertThat(((End.Learnt) trading.learn(NOON).end()).source().fingerprint())
                .isNotEqualTo(before.source().fingerprint());
    }

    @Test
    void tooLittleHistorySaysWhatLacks() {
        var trading = TradingCreators.told(5, 4);

        LearntWeights lacking = trading.learn(NOON);

        assertThat(lacking.state()).isEqualTo("lacking");
        assertThat(((End.Lacking) lacking.end()).lacks()).contains(new Lack(Lack.What.PERIODS, 3, 6),
                new Lack(Lack.What.JUDGED_CREATORS, 5, 20), new Lack(Lack.What.CREATORS, 0, 20));
        assertThat(trading.cards.weightings().list()).hasSize(2);
        assertThatExceptionOfType(WeighRefused.class)
                .isThrownBy(() -> trading.learning.adopt(lacking.id().toString(), "Why not", "bob"))
                .satisfies(refused -> assertThat(refused.what()).isEqualTo(
                        "There are no weights to adopt under " + lacking.id() + ": it is lacking."));
        assertThat(((End.Lacking) new TradingCreators().learn(NOON).end()).lacks())
                .contains(new Lack(Lack.What.PERIODS, 0, 6));
    }

    @Test
    void anotherTenantSeesNothingOfIt() {
        var trading = TradingCreators.told(5, 4);
        String id = trading.learn(NOON).id().toString();
        var other = new TradingCreators();

        assertThat(other.learning.list(10, 0).total()).isZero();
        assertThat(other.learning.history(LearningSettings.USUAL, NOON, Learning.Progress.SILENT).outcomes()).isEmpty();
        assertThatExceptionOfType(WeighRefused.class).isThrownBy(() -> other.learning.get(id)).satisfies(
                refused -> assertThat(refused.what()).isEqualTo("No weights were learnt under " + id + "."));
        assertThatExceptionOfType(WeighRefused.class).isThrownBy(() -> other.learning.get("nonsense"));
    }

    @Test
    void oneIsAtWorkAtATimeAndWhatBrokeOffIsSaidSo() {
        var trading = TradingCreators.told(5, 4);
        String id;
        try (Learning.Begun begun = trading.learning.begin(TradingCreators.wanted(NOON))) {
            id = begun.id().toString();
            assertThat(trading.learning.get(id).state()).isEqualTo("running");
            assertThatExceptionOfType(WeighRefused.class)
                    .isThrownBy(() -> trading.learning.begin(TradingCreators.wanted(NOON)))
                    .satisfies(refused -> assertThat(refused.what()).isEqualTo("Weights are being learnt."));
        }
        assertThat(trading.learning.get(id).end()).isEqualTo(new End.Failed(NOON, "It broke off before its end."));
        assertThatExceptionOfType(WeighRefused.class)
                .isThrownBy(() -> trading.learning.begin(TradingCreators.wanted(NOON.plusSeconds(1))))
                .satisfies(refused -> assertThat(refused.what()).startsWith("2026-03-01T12:00:01Z lies in the future"));
        assertThatExceptionOfType(ScorecardRefused.class).isThrownBy(() -> trading.learning
                .begin(new Learning.Wanted("seed", LearningSettings.USUAL, NOON, "ada")))
                .satisfies(refused -> assertThat(refused.what()).contains("is always there"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LearningSettings(LearningSettings.USUAL.fit(), 3))
                .withMessageContaining("7 to 92");
    }

    @Test
    void ordersAreRevenueAndNoOrderIsNoneOnlyWhereACreatorSoldBefore() {
        var trading = new TradingCreators();
        Instant end = NOON.minusSeconds(60);
        for (int i = 1; i <= 3; i++) {
            trading.cards.told().keep("""
                creator_id,listing_quality
                anna,0.5
                ben,0.5
                cara,0.5
                """, "REST", end.minus(PERIOD.multipliedBy(i)));
        }
        orders(trading, order("first", end.minus(PERIOD.multipliedBy(3)).minusSeconds(9), end),
                order("a", end.minus(Duration.ofDays(70)), end), line("a", "anna", "40", "EUR", end),
                order("b", end.minus(Duration.ofDays(40)), end), line("b", "ben", "25", "EUR", end),
                order("c", end.minus(Duration.ofDays(3)), end), line("c", "ben", "30", "EUR", end),
                order("d", end.minus(Duration.ofDays(3)), end), line("d", "anna", "7", "USD", end));
        trading.cards.told().keep("creator_id,total_revenue\ncara,12\n", "REST", end.minus(Duration.ofDays(1)));
        trading.cards.told().keep("creator_id,total_revenue\ncara,99\n", "REST", end.minus(Duration.ofDays(20)));

        History history = trading.learning.history(LearningSettings.USUAL, NOON, Learning.Progress.SILENT);

        int last = history.extent().periods().size() - 1;
        assertThat(history.extent().periods().get(last)).isEqualTo("2026-02-01");
        assertThat(history.outcomes())
                .extracting(one -> one.creator() + " " + (last - one.period()) + " " + one.revenue())
                .containsExactlyInAnyOrder("anna 2 40.0", "anna 1 0.0", "ben 1 25.0", "ben 0 30.0", "cara 0 12.0");
        assertThat(history.extent().currency()).isEqualTo("EUR");
        assertThat(history.extent().otherCurrency()).isEqualTo(1);
        assertThat(history.extent().withoutRevenue()).isEqualTo(4);
        assertThat(history.outcomes()).extracting(Outcome::creator).doesNotContain("first");
    }

    private static ShopOrder order(String id, Instant at, Instant told) {
        return new ShopOrder(id, "tiktok-shop", told, "COMPLETED", at, at, null, null);
    }

    private static OrderLine line(String order, String creator, String price, String currency, Instant told) {
        return new OrderLine(order, "1", "tiktok-shop", told, new OrderLine.Item(null, null, "Soap"),
                new Money(new BigDecimal(price), currency), 1L, null, EntityId.creator(creator));
    }

    private static void orders(TradingCreators trading, CommerceFact... facts) {
        try (LakeSession lake = trading.database.lake().open(trading.tenant);
                CommerceChunkRepository chunk = new CommerceChunkRepository(lake, null)) {
            for (int row = 1; row <= facts.length; row++) {
                chunk.append(row, List.of(facts).get(row - 1));
            }
            CommerceChunkRepository.Staged staged = chunk.stage();
            trading.database.transactions().run(trading.tenant, db -> {
                trading.database.manifest().takeTurn(db);
                staged.files().forEach(file -> trading.database.manifest().publish(db, file));
            });
        }
    }
}
