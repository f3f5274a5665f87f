package dev.upswell.server.web;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/// Looks at each page of a walk at widths and in themes, and keeps what is wrong and how heavy and how quick pages were.
public final class Inspection implements BiConsumer<String, Page> {

    /// What a page may bring over the wire, without the library of charts, in bytes.
    private static final long MOST_BYTES = 300_000;
    private static final int LONGEST_NAME = 120;

    /// Sizes as they were sent, also of what the browser had at hand already, so that each page counts as if it were the first.
    private static final String BYTES = """
        [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
          .filter(entry => !entry.name.includes('echarts'))
          .reduce((sum, entry) => sum + entry.encodedBodySize, 0)""";
    private static final String FIRST_PAINT = """
        (performance.getEntriesByName('first-contentful-paint')[0] || { startTime: 0 }).startTime""";

    private final Chromium chromium;
    private final List<Look> looks;
    private final List<String> faults = new ArrayList<>();
    private final TreeMap<Long, String> weights = new TreeMap<>();
    private final List<Double> paints = new ArrayList<>();

    /// A width in pixels and a theme, with what axe is asked there.
    ///
    /// @param picture before the address in the name of the picture that is kept; empty: none is kept
    public record Look(int width, String theme, Axe axe, String picture) {
    }

    /// What axe looks for.
    public enum Axe {
        /// Everything of WCAG 2.2 A and AA.
        ALL,
        /// Colours alone: all that another theme changes.
        COLOURS,
        /// What is too small for a finger.
        TARGETS,
        /// Nothing.
        NONE
    }

    public Inspection(Chromium chromium, List<Look> looks) {
        this.chromium = chromium;
        this.looks = List.copyOf(looks);
    }

    @Override
    public void accept(String address, Page page) {
        long bytes = ((Number) page.evaluate(BYTES)).longValue();
        weights.put(bytes, address);
        paints.add(((Number) page.evaluate(FIRST_PAINT)).doubleValue());
        if (bytes > MOST_BYTES) {
            faults.add(address + " brings " + bytes + " bytes without charts");
        }
        for (Look look : looks) {
            Chromium.look(page, look.width(), look.theme());
            List<String> found = new ArrayList<>(Soundness.faults(page));
            found.addAll(axe(look.axe(), page));
            found.forEach(fault -> faults.add(address + " at " + look.width() + " px, " + look.theme() + ": " + fault));
            if (!look.picture().isEmpty()) {
                String name = look.picture() + address.replaceAll("[^A-Za-z0-9]+", "-");
                Chromium.picture(page, name.substring(0, Math.min(LONGEST_NAME, name.length())) + "-" + look.theme()
                        + "-" + look.width());
            }
        }
        chromium.complaints().forEach(said -> faults.add(address + " said: " + said));
        Chromium.look(page, 1440, "light");
    }

    private List<String> axe(Axe axe, Page page) {
        return switch (axe) {
            case ALL -> chromium.violations(page);
            case COLOURS -> chromium.colourViolations(page);
            case TARGETS -> chromium.smallTargets(page);
            case NONE -> List.of();
        };
    }

    /// All that is wrong, each with its page and look.
    public List<String> faults() {
        return List.copyOf(faults);
    }

    /// How heavy and how quick pages were, in a line: nothing depends on it.
    public String told() {
        Collections.sort(paints);
        return String.format(Locale.ROOT, "%d pages; heaviest without charts %.0f kB (%s); first paint %.0f ms in the middle, %.0f ms at most",
                paints.size(), weights.lastKey() / 1e3, weights.lastEntry().getValue(), paints.get(paints.size() / 2),
                paints.getLast());
    }
}
