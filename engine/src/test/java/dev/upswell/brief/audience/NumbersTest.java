package dev.upswell.brief.audience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.brief.Material;
import dev.upswell.brief.Samples;
import dev.upswell.brief.StrategyKind;
import dev.upswell.creative.CreativeFeature;
import dev.upswell.creative.DurationBucket;
import dev.upswell.document.Document;
import dev.upswell.pattern.BucketAnalysis;
import dev.upswell.pattern.Choice;
import dev.upswell.pattern.Finding;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Every number that a document says stands in what it was written from.
class NumbersTest {

    private static final Pattern NUMBER = Pattern.compile("−?\\d[\\d,]*(?:\\.\\d+)?%?");
    /// What words of documents say of themselves: levels, limits, scales, lengths of parts of a video.
    private static final Set<Double> SETTINGS = Set.of(0.95, 0.05, 0.8, 0.3, 0.35, 0.1, 0.15, 0.001, 5.0, 20.0, 1.0,
            2.0, 3.0,
            4.0, 0.0, -1.0);

    @Test
    void everyNumberOfADocumentComesFromItsMaterial() {
        for (Material material : DocumentsTest.materials()) {
            Set<Double> known = known(material);
            for (Document document : DocumentsTest.documents(material, Locale.ENGLISH)) {
                assertThat(unknown(DocumentText.joined(document), known)).as(document.title()).isEmpty();
            }
        }
    }

    @Test
    void aNumberFromElsewhereIsNoticed() {
        Set<Double> known = known(Samples.full(Samples.rich()));

        assertThat(unknown("7.1% engagement, 97 videos, 62% more, −23%", known)).isEmpty();
        assertThat(unknown("7.6% engagement, 412 videos, 21.9 cuts, −0.77", known)).containsExactly("7.6%", "412",
                "21.9",
                "−0.77");
    }

    private static List<String> unknown(String text, Set<Double> known) {
        List<String> unknown = new ArrayList<>();
        Matcher tokens = NUMBER.matcher(text.replaceAll("730[12]", ""));
        while (tokens.find()) {
            String token = tokens.group();
            boolean percent = token.endsWith("%");
            BigDecimal value = new BigDecimal(
                    token.replace("%", "").replace("−", "-").replaceAll(",(?=\\d{3})", "").replace(",", ""));
            double half = 0.5001 * Math.pow(10, -value.scale());
            boolean found = known.stream()
                    .anyMatch(one -> Math.abs(one * (percent ? 100 : 1) - value.doubleValue()) <= half);
            if (!found) {
                unknown.add(token);
            }
        }
        return unknown;
    }

    private static Set<Double> known(Material material) {
        Set<Double> known = new HashSet<>(SETTINGS);
        collect(material.analysis(), known);
        collect(material.selection(), known);
        collect(material.assignment(), known);
        collect(material.beside(), known);
        known.add((double) material.analysis().videos());
        known.add((double) material.analysis().buckets().stream().filter(bucket -> bucket.bucket().isLength())
                .mapToInt(bucket -> bucket.figures().videos()).sum());
        known.add((double) material.analysis().confirmed());
        known.add((double) material.analysis().buckets().size());
        known.add((double) material.analysis().buckets().stream()
                .filter(bucket -> bucket.depth() != BucketAnalysis.Depth.INSUFFICIENT).count());
        for (int strategy = 1; strategy <= StrategyKind.values().length; strategy++) {
            known.add((double) strategy);
        }
        for (DurationBucket bucket : DurationBucket.values()) {
            bucket(material, bucket, known);
        }
        return known;
    }

    /// Times within videos of a bucket, what its videos leave untold, and what it takes to try its findings.
    private static void bucket(Material material, DurationBucket bucket, Set<Double> known) {
        if (bucket.isLength()) {
            known.add((double) bucket.upTo());
            for (double share : new double[]{0.2, 0.3, 0.4, 0.7, 0.85}) {
                known.add(Math.round(share * bucket.upTo() * 10) / 10.0);
            }
        }
        int videos = material.analysis().find(bucket).map(found -> found.figures().videos()).orElse(0);
        MoreVideos more = MoreVideos.beyond(videos, Missing.tests(material.analysis()));
        known.add(more.effect());
        known.add((double) more.more());
        known.add(20.0 - videos);
        List<Finding> findings = material.analysis().find(bucket).map(BucketAnalysis::findings).orElse(List.of());
        known.add((double) findings.stream().filter(finding -> finding.label().confirmed()).count());
        findings.forEach(finding -> {
            Ranking.videosToTry(finding).ifPresent(needed -> known.add((double) needed));
            known.add((double) finding.proxies().size());
        });
    }

    private static void collect(Object found, Set<Double> known) {
        switch (found) {
            case null -> {
            }
            case Choice choice -> {
                known.add(choice.threshold());
                known.add(Math.floor(choice.threshold()));
                known.add(Math.floor(choice.threshold()) + 1);
            }
            case CreativeFeature _ -> {
            }
            case Number number -> known.add(number.doubleValue());
            case LocalDate date -> known.addAll(List.of((double) date.getDayOfMonth(), (double) date.getYear()));
            case List<?> list -> list.forEach(one -> collect(one, known));
            case Record one -> {
                for (RecordComponent component : one.getClass().getRecordComponents()) {
                    try {
                        component.getAccessor().setAccessible(true);
                        collect(component.getAccessor().invoke(one), known);
                    } catch (IllegalAccessException | InvocationTargetException e) {
                        throw new AssertionError(e);
                    }
                }
            }
            default -> {
            }
        }
    }
}
