package dev.upswell.creative.posted;

import dev.upswell.creative.Absence;
import dev.upswell.creative.CreativeBlock;
import dev.upswell.creative.CreativeFeature;
import dev.upswell.creative.CreativeVector;
import dev.upswell.creative.FeatureDictionary;
import dev.upswell.creative.FeatureValue;
import dev.upswell.creative.Reactions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads features of the metadata block from what is known of a video that no analyser looked at.
///
/// They mean what the dictionary says of them. Hooks, calls to action, tone and style of a caption need somebody who understands it, and stay
/// absent, as do the other six blocks. Where the caption is unknown, everything about it is absent too. Hours and days are those of UTC.
public final class PostingReader {

    private static final Set<String> GENERIC = Set.of("fyp", "foryou", "foryoupage", "viral", "trending", "explore");
    private static final List<String> STRATEGIES = List.of("none", "minimal", "moderate", "heavy", "spam");

    private final Map<String, Double> values = new HashMap<>();

    private PostingReader(Posting posting) {
        if (posting.caption() != null || !posting.hashtags().isEmpty()) {
            Caption caption = Caption.of(posting.caption() == null ? "" : posting.caption(), posting.hashtags());
            hashtags(caption.hashtags());
            if (posting.caption() != null) {
                caption(caption);
            }
        }
        put("metadata_length_seconds", posting.lengthSeconds());
        posted(posting.postedAt());
        if (posting.verified() != null) {
            flag("metadata_is_verified", posting.verified());
        }
        reactions(posting.reactions());
    }

    /// Whether a hashtag tells nothing of what a video is about, for example `fyp`.
    ///
    /// @param hashtag in lower case without `#`
    public static boolean generic(String hashtag) {
        return GENERIC.contains(hashtag);
    }

    /// All features of a video; those that only an analyser tells are absent.
    public static CreativeVector read(Posting posting) {
        Map<String, Double> values = new PostingReader(posting).values;
        return new CreativeVector(FeatureDictionary.STANDARD.features().stream()
                .map(feature -> value(feature, values.get(feature.name()))).toList());
    }

    /// What analysers told, and of the metadata block what they did not look at as [#read] tells it.
    public static CreativeVector completed(CreativeVector analysed, Posting posting) {
        CreativeVector known = read(posting);
        List<CreativeFeature> features = FeatureDictionary.STANDARD.features();
        List<FeatureValue> values = new ArrayList<>();
        for (int place = 0; place < features.size(); place++) {
            FeatureValue told = analysed.values().get(place);
            boolean open = features.get(place).block() == CreativeBlock.METADATA
                    && told.equals(new FeatureValue.Absent(Absence.NOT_ANALYSED));
            values.add(open ? known.values().get(place) : told);
        }
        return new CreativeVector(values);
    }

    private static FeatureValue value(CreativeFeature feature, @Nullable Double value) {
        if (value == null) {
            return new FeatureValue.Absent(Absence.NOT_ANALYSED);
        }
        return feature.range().holds(value)
                ? new FeatureValue.Present(value)
                : new FeatureValue.Absent(Absence.UNUSABLE);
    }

    private void caption(Caption caption) {
        int words = caption.words().size();
        put("metadata_caption_characters", caption.characters());
        put("metadata_caption_words", words);
        put("metadata_emojis", caption.emojis());
        put("metadata_mentions", caption.mentions());
        put("metadata_emoji_density", words == 0 ? 0 : (double) caption.emojis() / words);
        put("metadata_mention_density", words == 0 ? 0 : (double) caption.mentions() / words);
        put("metadata_capital_words", caption.capitalWords());
        flag("metadata_has_link", caption.hasLink());
        flag("metadata_has_question", caption.hasAny("?？¿؟"));
        flag("metadata_has_exclamation", caption.hasAny("!！¡"));
        flag("metadata_has_caption", !caption.text().isBlank());
    }

    private void hashtags(List<String> hashtags) {
        long generic = hashtags.stream().filter(GENERIC::contains).count();
        int strategy = hashtags.isEmpty()
                ? 0
                : hashtags.size() <= 2 ? 1 : hashtags.size() <= 7 ? 2 : hashtags.size() <= 15 ? 3 : 4;
        for (String one : STRATEGIES) {
            flag("metadata_hashtag_strategy_" + one, STRATEGIES.get(strategy).equals(one));
        }
        put("metadata_hashtags", hashtags.size());
        put("metadata_generic_hashtags", generic);
        put("metadata_niche_hashtags", hashtags.size() - generic);
        put("metadata_generic_share", hashtags.isEmpty() ? 0 : (double) generic / hashtags.size());
        flag("metadata_leads_generic", !hashtags.isEmpty() && GENERIC.contains(hashtags.getFirst()));
    }

    private void posted(@Nullable Instant at) {
        if (at != null) {
            ZonedDateTime time = at.atZone(ZoneOffset.UTC);
            put("metadata_publish_hour", time.getHour());
            put("metadata_publish_weekday", time.getDayOfWeek().ordinal());
        }
    }

    private void reactions(Reactions reactions) {
        put("metadata_views", reactions.views());
        put("metadata_likes", reactions.likes());
        put("metadata_comments", reactions.comments());
        put("metadata_shares", reactions.shares());
        put("metadata_saves", reactions.saves());
        put("metadata_engagement_rate", reactions.engagementRate());
        put("metadata_likes_per_view", reactions.perView(reactions.likes()));
        put("metadata_comments_per_view", reactions.perView(reactions.comments()));
        put("metadata_shares_per_view", reactions.perView(reactions.shares()));
    }

    private void put(String feature, OptionalDouble value) {
        value.ifPresent(known -> values.put(feature, known));
    }

    private void put(String feature, @Nullable Number value) {
        if (value != null) {
            values.put(feature, value.doubleValue());
        }
    }

    private void flag(String feature, boolean holds) {
        values.put(feature, holds ? 1.0 : 0.0);
    }
}
