package dev.upswell.server.collect.page;

import dev.upswell.server.mapping.Confirmation;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/// A name for a mapping, from the name of the file that it is for.
final class ProposedName {

    private static final int LONGEST = 40;

    private ProposedName() {
    }

    /// What is left of the file's name without endings, days and numbers, and is not in use.
    static String of(String file, Set<String> used) {
        String plain = Normalizer.normalize(file, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT).replaceFirst("(?<=.)\\..*$", "").replaceAll("[^a-z0-9]+", "-")
                .replaceAll("(?<![a-z])\\d{2,}(?![a-z])", "").replaceAll("-+", "-").replaceAll("^-|-$", "");
        String shortened = plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST).replaceAll("-$", "");
        String name = Confirmation.isName(shortened) ? shortened : "table";
        String free = name;
        for (int n = 2; used.contains(free); n++) {
            free = name + "-" + n;
        }
        return free;
    }
}
