package dev.upswell.language;

import dev.upswell.language.Token.Kind;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names that look like brands or products and that no vocabulary has, for a person to decide on.
///
/// Only hashtags and mentions that carry a word of trade count ("wardahhaul", "@somethinc.skincare"), in captions of three creators at
/// least: what merely looks like a name may be a private person's, and is not shown to anybody. *Official* and *store* count in hashtags
/// alone, because private persons call their accounts so. *Review* is no word of trade here, because
/// it stands beside places more often than beside brands.
public final class EntityProposals {

    private static final int CREATORS = 3;
    private static final Pattern TRADE = Pattern.compile(
            "(\\p{L}[\\p{L}\\p{M}\\p{N}]{2,})[._]?(?:(official|store)|haul|unboxing|affiliate|cosmetics|skincare)");
    private static final Pattern BEFORE = Pattern
            .compile("(?:unboxing|haul|(official))[._]?(\\p{L}[\\p{L}\\p{M}\\p{N}]{2,})");
    private static final Set<String> ORDINARY = Set.of("tiktok", "product", "produk", "shopping", "makeup", "skincare",
            "book", "movie", "film", "food", "makanan", "the", "online", "coffee", "fashion", "hair", "bag", "bags",
            "honest", "jujur", "clothing", "clothes", "natural", "korean", "vintage", "hotel", "drama", "drakor",
            "anime", "game", "body", "beauty", "kuliner", "luxury", "thrift", "best", "asian");

    private EntityProposals() {
    }

    /// A caption and whose it is.
    public record Spoken(String creator, TextTokens text) {
    }

    /// A name that waits for a decision.
    ///
    /// @param creators in whose captions it stands
    /// @param seen a hashtag or mention that names it, with its sign
    public record Proposal(String name, int creators, String seen) {
    }

    /// What looks like a brand or a product in these captions, the most used first; at most so many.
    ///
    /// @param rejected names that a person does not want
    public static List<Proposal> of(Collection<Spoken> captions, EntityWords words, Set<String> rejected, int most) {
        Map<String, Set<String>> creators = new TreeMap<>();
        Map<String, String> seen = new TreeMap<>();
        Set<String> known = new HashSet<>();
        rejected.forEach(name -> known.add(EntityWords.joined(name)));
        for (Spoken caption : captions) {
            for (Token token : caption.text().tokens()) {
                name(token).filter(name -> !known.contains(name) && !words.has(name)).ifPresent(name -> {
                    creators.computeIfAbsent(name, one -> new HashSet<>()).add(caption.creator());
                    String sign = (token.kind() == Kind.HASHTAG ? "#" : "@") + token.text();
                    seen.merge(name, sign, (a, b) -> a.compareTo(b) <= 0 ? a : b);
                });
            }
        }
        return creators.entrySet().stream().filter(one -> one.getValue().size() >= CREATORS)
                .map(one -> new Proposal(one.getKey(), one.getValue().size(), seen.getOrDefault(one.getKey(), "")))
                .sorted(Comparator.comparingInt(Proposal::creators).reversed().thenComparing(Proposal::name))
                .limit(most).toList();
    }

    private static Optional<String> name(Token token) {
        if (token.kind() != Kind.HASHTAG && token.kind() != Kind.MENTION) {
            return Optional.empty();
        }
        Matcher trade = TRADE.matcher(token.text());
        Matcher before = BEFORE.matcher(token.text());
        boolean mention = token.kind() == Kind.MENTION;
        Optional<String> name = trade.matches() && !(mention && trade.group(2) != null)
                ? Optional.of(trade.group(1))
                : before.matches() && !(mention && before.group(1) != null)
                        ? Optional.of(before.group(2))
                        : Optional.empty();
        return name.filter(one -> !ORDINARY.contains(one) && !FrequentWords.shipped().knows(one));
    }
}
