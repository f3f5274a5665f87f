package dev.upswell.server.commerce.page;

import dev.upswell.commerce.AudienceShare.Trait;
import dev.upswell.server.heat.HeatMap;
import dev.upswell.server.heat.HeatMap.Cell;
import dev.upswell.server.heat.HeatMap.Head;
import dev.upswell.server.heat.HeatMap.Row;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Audiences as heat maps: of several accounts and videos beside each other, and of one by country and device.
final class AudienceMaps {

    /// More columns cannot be read.
    private static final int COLUMNS = 12;

    private final Words words;
    private final Figures figures;

    AudienceMaps(Words words, Figures figures) {
        this.words = words;
        this.figures = figures;
    }

    /// A share that was told.
    ///
    /// @param about such as `creator/ada`
    record Told(String about, Trait trait, String band, double share) {
    }

    /// Accounts and videos by the bands of a trait; those bands with the largest shares anywhere.
    HeatMap beside(Trait trait, List<Told> told) {
        List<Told> of = told.stream().filter(one -> one.trait() == trait).toList();
        Map<String, Double> largest = new TreeMap<>();
        of.forEach(one -> largest.merge(one.band(), one.share(), Math::max));
        List<String> bands = largest.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(COLUMNS).map(Map.Entry::getKey).sorted().toList();
        TreeSet<String> abouts = new TreeSet<>(of.stream().map(Told::about).toList());
        return new HeatMap(words.say("audience." + trait.label()), words.say("audience.whose"), false,
                bands.stream().map(Head::of).toList(),
                abouts.stream().map(about -> new Row(Head.of(about),
                        bands.stream().map(band -> cell(about, band, share(of, about, band))).toList())).toList());
    }

    /// One account or video by country and device; without rows where that was not told together.
    HeatMap together(String about, List<Told> told) {
        Map<String, Map<String, Double>> byCountry = new TreeMap<>();
        TreeSet<String> devices = new TreeSet<>();
        told.stream().filter(one -> one.trait() == Trait.COUNTRY_DEVICE && one.about().equals(about)).forEach(one -> {
            String[] parts = one.band().split("[/ ]", 2);
            if (parts.length == 2) {
                byCountry.computeIfAbsent(parts[0], key -> new TreeMap<>()).put(parts[1], one.share());
                devices.add(parts[1]);
            }
        });
        List<Row> rows = new ArrayList<>();
        byCountry.entrySet().stream()
                .sorted(Comparator
                        .comparingDouble(one -> -one.getValue().values().stream().mapToDouble(share -> share).sum()))
                .forEach(one -> rows.add(new Row(Head.of(one.getKey()), devices.stream()
                        .map(device -> cell(one.getKey(), device, one.getValue().get(device))).toList())));
        return new HeatMap(words.say("audience.together", about), words.say("audience.country"), false,
                devices.stream().map(Head::of).toList(), rows);
    }

    private static @Nullable Double share(List<Told> told, String about, String band) {
        return told.stream().filter(one -> one.about().equals(about) && one.band().equals(band)).findFirst()
                .map(Told::share).orElse(null);
    }

    private Cell cell(String row, String column, @Nullable Double share) {
        return share == null
                ? Cell.missing(words.say("audience.untold", row, column))
                : new Cell(HeatMap.of(share), figures.percent(share), null,
                        words.say("audience.means", row, column, figures.percent(share, 1)));
    }
}
