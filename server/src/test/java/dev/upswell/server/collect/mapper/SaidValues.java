package dev.upswell.server.collect.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.commerce.AdResult;
import dev.upswell.commerce.AudienceShare;
import dev.upswell.commerce.CommerceFact;
import dev.upswell.commerce.LibraryAd;
import dev.upswell.commerce.Money;
import dev.upswell.commerce.OrderLine;
import dev.upswell.commerce.OwnActivity;
import dev.upswell.commerce.OwnAsset;
import dev.upswell.commerce.ProductSales;
import dev.upswell.commerce.ShopOrder;
import dev.upswell.commerce.VideoViewing;
import dev.upswell.content.Count;
import dev.upswell.content.Counts;
import dev.upswell.content.Video;
import dev.upswell.content.Viewing;
import dev.upswell.server.collect.RowResult;
import dev.upswell.timeline.Observation;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Holds what was kept of a payload against what the payload says.
final class SaidValues {

    private SaidValues() {
    }

    /// Every value of a kept row stands in this tree, as written or in one of the ways in which formats write numbers.
    static void require(RowResult.Mapped mapped, JsonNode tree, String text) {
        Set<String> texts = new HashSet<>();
        Set<BigDecimal> numbers = new HashSet<>();
        said(tree, texts, numbers);
        for (Observation reading : mapped.observations()) {
            counts(reading.counts()).forEach(count -> assertThat(numbers).as(text).contains(number(count.value())));
            assertThat(isPart(reading.entity().value(), texts)).as(reading + " of " + text).isTrue();
        }
        for (Video video : mapped.content()) {
            assertThat(video.caption() == null || texts.contains(video.caption())).as(video + " of " + text).isTrue();
            assertThat(isPart(video.id().value(), texts)).as(video + " of " + text).isTrue();
            assertThat(video.creator() == null || isPart(video.creator().value(), texts)).as(text).isTrue();
            assertThat(video.sound() == null || isPart(video.sound().value(), texts)).as(text).isTrue();
            assertThat(video.hashtags()).allMatch(tag -> isPart(tag.value(), texts));
        }
        mapped.facts().forEach(fact -> require(fact, texts, numbers, text));
    }

    /// The same of a row of fields.
    static void require(RowResult.Mapped mapped, List<String> fields, String text) {
        ArrayNode tree = JsonNodeFactory.instance.arrayNode();
        fields.forEach(tree::add);
        require(mapped, tree, text);
    }

    private static void require(CommerceFact fact, Set<String> texts, Set<BigDecimal> numbers, String text) {
        switch (fact) {
            case AdResult result -> {
                assertThat(isPart(result.subject().id(), texts)).as(text).isTrue();
                money(result.spend(), numbers, text);
                result.figures().values().forEach(figure -> assertThat(numbers.contains(number(figure))
                        || numbers.stream().anyMatch(said -> said.movePointLeft(2).doubleValue() == figure))
                        .as(figure + " of " + text).isTrue());
            }
            case LibraryAd ad -> {
                assertThat(isPart(ad.id(), texts)).as(text).isTrue();
                Count reach = ad.reach();
                assertThat(reach == null || numbers.contains(number(reach.value()))).as(text).isTrue();
            }
            case ShopOrder order -> {
                assertThat(isPart(order.id(), texts)).as(text).isTrue();
                money(order.total(), numbers, text);
                money(order.subTotal(), numbers, text);
            }
            case OrderLine line -> {
                assertThat(isPart(line.id(), texts)).as(text).isTrue();
                money(line.price(), numbers, text);
            }
            case ProductSales sales -> money(sales.revenue(), numbers, text);
            case OwnAsset asset -> assertThat(isPart(asset.id(), texts)).as(text).isTrue();
            case AudienceShare share -> assertThat(isPart(share.about().value(), texts)).as(text).isTrue();
            case OwnActivity done -> {
                assertThat(isPart(done.about().value(), texts)).as(text).isTrue();
                assertThat(done.account() == null || isPart(done.account(), texts)).as(text).isTrue();
            }
            case VideoViewing viewing -> {
                assertThat(isPart(viewing.video().value(), texts)).as(text).isTrue();
                Viewing told = viewing.told();
                Stream.of(told.completionRate(), told.rewatchRatio(), told.retentionAt3s(), told.retentionAt5s())
                        .filter(Objects::nonNull).forEach(share -> assertThat(texts).as(share + " of " + text)
                                .anyMatch(said -> isShare(said, share)));
                Double seconds = told.averageWatchSeconds();
                assertThat(seconds == null || texts.stream().anyMatch(said -> isLength(said, seconds)))
                        .as(seconds + " of " + text).isTrue();
                Stream.of(told.profileViews(), told.linkClicks(), told.newFollowers()).filter(Objects::nonNull)
                        .forEach(count -> assertThat(numbers.contains(number(count))
                                || texts.contains(String.format(Locale.GERMANY, "%,d", count)))
                                .as(count + " of " + text).isTrue());
            }
        }
    }

    private static boolean isShare(String said, double share) {
        return said.endsWith("%") ? near(said.substring(0, said.length() - 1), share * 100) : near(said, share);
    }

    private static boolean isLength(String said, double seconds) {
        String[] clock = said.split(":", -1);
        if (clock.length == 2 && said.matches("\\d{1,3}:\\d{2}")) {
            return Integer.parseInt(clock[0]) * 60 + Integer.parseInt(clock[1]) == seconds;
        }
        return near(said.replace("s", ""), seconds) || near(said.replace("ms", ""), seconds * 1_000);
    }

    private static boolean near(String said, double value) {
        String number = said.strip().replace(',', '.');
        return number.matches("[-+]?\\d{1,20}(\\.\\d{1,20})?([eE][-+]?\\d{1,3})?")
                && Math.abs(Double.parseDouble(number) - value) <= 1e-9 * Math.max(1, Math.abs(value));
    }

    private static void money(@Nullable Money money, Set<BigDecimal> numbers, String text) {
        assertThat(money == null || numbers.stream().anyMatch(said -> said.subtract(money.amount()).abs()
                .compareTo(new BigDecimal("0.0000005")) <= 0)).as(money + " of " + text).isTrue();
    }

    private static Stream<Count> counts(Counts counts) {
        return Stream.of(counts.views(), counts.likes(), counts.comments(), counts.shares(), counts.saves(),
                counts.posts(), counts.followers()).filter(Objects::nonNull);
    }

    private static boolean isPart(String value, Set<String> texts) {
        String wanted = value.toLowerCase(Locale.ROOT);
        return texts.stream().anyMatch(said -> said.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static void said(JsonNode node, Set<String> texts, Set<BigDecimal> numbers) {
        if (node.isValueNode()) {
            String text = node.asString().strip();
            texts.add(text);
            texts.add(text.replace('\0', '\uFFFD').replace('\uD800', '\uFFFD'));
            written(text, numbers);
            written(text.replaceFirst("^[$€£¥]\\s*", ""), numbers);
        }
        node.forEach(child -> said(child, texts, numbers));
    }

    /// The numbers that a text may mean, told without the code under test.
    private static void written(String text, Set<BigDecimal> numbers) {
        String plain = text.toUpperCase(Locale.ROOT).replace(",", "").replace("+", "");
        BigDecimal unit = BigDecimal.ONE;
        for (String suffix : List.of("K", "M", "B")) {
            unit = unit.multiply(BigDecimal.valueOf(1_000));
            if (plain.endsWith(suffix)) {
                add(plain.substring(0, plain.length() - 1), unit, numbers);
            }
        }
        add(plain, BigDecimal.ONE, numbers);
        // Several points cannot stand before decimals: they group thousands.
        if (text.matches("\\d{1,3}(\\.\\d{3}){2,}")) {
            add(text.replace(".", ""), BigDecimal.ONE, numbers);
        }
    }

    private static void add(String text, BigDecimal unit, Set<BigDecimal> numbers) {
        if (text.length() > 60 || !text.matches("[-0-9.E]+")) {
            return;
        }
        try {
            BigDecimal number = new BigDecimal(text);
            if (Math.abs((long) number.precision() - number.scale()) < 60) {
                numbers.add(number.multiply(unit).stripTrailingZeros());
            }
        } catch (NumberFormatException e) {
            // Such a text is no number to anybody.
        }
    }

    private static BigDecimal number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros();
    }

    private static BigDecimal number(long value) {
        return BigDecimal.valueOf(value).stripTrailingZeros();
    }
}
