package dev.upswell.taste;

import java.util.ArrayList;
import java.util.List;

/// Why an affinity is as it is, in a sentence.
final class Reasons {

    private static final int NAMED = 3;

    private Reasons() {
    }

    /// @param belonging items that belong to the category
    /// @param all how many items there are
    /// @param words keywords that stand in those that belong
    static String of(List<TastedItem> belonging, int all, List<String> words) {
        if (belonging.isEmpty()) {
            return "Several of " + all + (all == 1 ? " item come" : " items come") + " near to it; none is about it.";
        }
        List<String> kinds = new ArrayList<>();
        add(kinds, belonging, Source.POST, "post");
        add(kinds, belonging, Source.REPOST, "repost");
        add(kinds, belonging, Source.LIKE, "like");
        String by = words.isEmpty()
                ? ", by meaning alone"
                : ", by " + String.join(", ", words.subList(0, Math.min(NAMED, words.size())));
        return belonging.size() + " of " + all + (all == 1 ? " item" : " items") + " (" + String.join(", ", kinds)
                + ") " + (belonging.size() == 1 ? "speaks" : "speak") + " of it" + by + ".";
    }

    private static void add(List<String> kinds, List<TastedItem> items, Source source, String one) {
        long count = items.stream().filter(item -> item.source() == source).count();
        if (count > 0) {
            kinds.add(count + " " + one + (count == 1 ? "" : "s"));
        }
    }
}
