package dev.upswell.server.taste;

import dev.upswell.content.EntityId;
import dev.upswell.embed.Vector;
import dev.upswell.taste.Affinity;
import dev.upswell.taste.AffinityScoring;
import dev.upswell.taste.Category;
import dev.upswell.taste.Profile;
import dev.upswell.taste.SearchQuery;
import dev.upswell.taste.SensitiveTopics;
import dev.upswell.taste.Taxonomy;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Profiles as JSON files: `username`, what it rests on, and `tags` of `tag`, `affinity` and `reason`, the strongest first.
public final class ProfileJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ProfileJson() {
    }

    /// As a document, keys in the order in which they are written; what is not known is left out.
    public static Map<String, Object> document(KeptProfile kept, List<SearchQuery> queries) {
        Profile profile = kept.profile();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("username", kept.subject().handle());
        document.put("ground", kept.subject().ground().word());
        document.put("made_at", kept.madeAt().toString());
        document.put("as_of", profile.asOf().toString());
        document.put("taxonomy", kept.taxonomy());
        if (profile.followers() != null) {
            document.put("followers", profile.followers());
        }
        document.put("posts", profile.sample().posts());
        document.put("reposts", profile.sample().reposts());
        document.put("likes", profile.sample().likes());
        document.put("hidden", profile.sample().hidden());
        document.put("tags", profile.affinities().stream().map(ProfileJson::tag).toList());
        document.put("queries", queries.stream().map(ProfileJson::query).toList());
        document.put("notes", profile.notes());
        return document;
    }

    private static Map<String, Object> tag(Affinity one) {
        Map<String, Object> tag = new LinkedHashMap<>();
        tag.put("tag", one.tag());
        tag.put("affinity", one.affinity());
        tag.put("base", one.base());
        tag.put("boost", one.boost());
        tag.put("reason", one.reason());
        tag.put("evidence", one.evidence());
        return tag;
    }

    private static Map<String, Object> query(SearchQuery one) {
        Map<String, Object> query = new LinkedHashMap<>();
        query.put("query", one.text());
        query.put("kind", one.kind().name().toLowerCase(Locale.ROOT));
        query.put("tags", one.tags());
        return query;
    }

    /// What a file tells of a profile.
    ///
    /// @param ground why it may be kept; null where the file does not say
    /// @param taxonomy number of the version that it speaks in; 0 where the file does not say
    /// @param asOf null where the file does not say
    /// @param followers null where nobody told
    public record Told(String username, @Nullable Ground ground, int taxonomy, @Nullable Instant asOf,
            Profile.Sample sample, @Nullable Long followers, List<Affinity> affinities, List<String> notes) {

        public Told {
            affinities = List.copyOf(affinities);
            notes = List.copyOf(notes);
        }

        /// Whether it is as of this instant, which tables keep to the microsecond.
        boolean isOf(Instant instant) {
            return asOf != null && asOf.truncatedTo(ChronoUnit.MICROS).equals(instant.truncatedTo(ChronoUnit.MICROS));
        }

        /// How many of its tags a taxonomy knows.
        long known(Taxonomy taxonomy) {
            return affinities.stream().filter(one -> taxonomy.find(one.tag()).isPresent()).count();
        }

        /// The profile in this taxonomy. Left out, and counted in notes, are tags that it does not know, categories of sensitive topics and
        /// affinities below [AffinityScoring#LEAST].
        ///
        /// **errors** [TasteRefused] where nothing is left
        Profile as(EntityId person, Taxonomy taxonomy, SensitiveTopics sensitive, Instant now) {
            List<Affinity> spoken = affinities.stream().filter(one -> taxonomy.find(one.tag()).isPresent()).toList();
            List<Affinity> allowed = spoken.stream().filter(one -> taxonomy.find(one.tag())
                    .filter(category -> sensitive.of(category).isEmpty()).isPresent()).toList();
            List<Affinity> kept = allowed.stream().filter(one -> one.affinity() >= AffinityScoring.LEAST).toList();
            if (kept.isEmpty()) {
                throw TasteRefused.nothingLeft();
            }
            List<Vector> centres = kept.stream().flatMap(one -> taxonomy.find(one.tag()).stream())
                    .map(Category::centre).toList();
            Vector taste = Vector.midst(centres, kept.stream().mapToDouble(Affinity::affinity).toArray(),
                    centres.getFirst().size());
            List<String> said = new ArrayList<>(notes);
            said.add("The profile was brought in a file.");
            leftOut("Tags of the file that the taxonomy does not know", affinities, spoken).ifPresent(said::add);
            leftOut("Tags of the file that are about sensitive topics", spoken, allowed).ifPresent(said::add);
            leftOut("Tags of the file with an affinity below " + AffinityScoring.LEAST, allowed, kept)
                    .ifPresent(said::add);
            return new Profile(person, asOf == null ? now : asOf, sample, followers, kept, taste, taste, said);
        }
    }

    private static Optional<String> leftOut(String which, List<Affinity> before, List<Affinity> after) {
        int count = before.size() - after.size();
        return count == 0 ? Optional.empty() : Optional.of(which + " were left out: " + count + ".");
    }

    /// A profile from a file: `username` and `tags` with their `affinity` are needed, the rest may be missing.
    ///
    /// **errors** [TasteRefused] where it is none
    public static Told read(String json) {
        try {
            JsonNode file = MAPPER.readTree(json);
            String username = file.path("username").asString("");
            if (username.isBlank() || !file.path("tags").isArray()) {
                throw TasteRefused.unreadableProfile("it has no username or no tags");
            }
            List<Affinity> affinities = new ArrayList<>();
            Set<String> tags = new HashSet<>();
            for (JsonNode tag : file.path("tags")) {
                Affinity affinity = affinity(tag);
                if (!tags.add(affinity.tag())) {
                    throw TasteRefused.unreadableProfile("the tag " + affinity.tag() + " stands in it twice");
                }
                affinities.add(affinity);
            }
            List<String> notes = new ArrayList<>();
            file.path("notes").forEach(note -> notes.add(note.asString()));
            String asOf = file.path("as_of").asString("");
            return new Told(username, Ground.find(file.path("ground").asString("")).orElse(null),
                    file.path("taxonomy").asInt(0), asOf.isEmpty() ? null : Instant.parse(asOf),
                    new Profile.Sample((int) count(file, "posts", Integer.MAX_VALUE),
                            (int) count(file, "reposts", Integer.MAX_VALUE),
                            (int) count(file, "likes", Integer.MAX_VALUE),
                            (int) count(file, "hidden", Integer.MAX_VALUE)),
                    file.path("followers").isNumber() ? (Long) count(file, "followers", Long.MAX_VALUE) : null,
                    affinities, notes);
        } catch (JacksonException e) {
            throw TasteRefused.unreadableProfile("it is not JSON as a profile has it");
        } catch (DateTimeParseException e) {
            throw TasteRefused.unreadableProfile("as_of is no time such as 2026-03-01T12:00:00Z");
        } catch (IllegalArgumentException e) {
            throw TasteRefused.value(e);
        }
    }

    private static Affinity affinity(JsonNode tag) {
        String name = tag.path("tag").asString("");
        if (name.isBlank() || !tag.path("affinity").isNumber()) {
            throw TasteRefused.unreadableProfile("a tag has no name or no affinity");
        }
        double affinity = tag.path("affinity").asDouble();
        List<String> evidence = new ArrayList<>();
        tag.path("evidence").forEach(video -> evidence.add(video.asString()));
        return new Affinity(name, affinity, within(tag, "base", Math.clamp(affinity, 0, 1), 1),
                within(tag, "boost", 0, 0.5), tag.path("reason").asString(""), evidence);
    }

    private static double within(JsonNode tag, String name, double usual, double most) {
        double number = tag.path(name).asDouble(usual);
        if (!(number >= 0 && number <= most)) {
            throw TasteRefused.unreadableProfile(name + " (" + number + ") of a tag is not from 0 to " + most);
        }
        return number;
    }

    /// A whole number from 0 on; 0 where the file does not say.
    private static long count(JsonNode file, String name, long most) {
        long count = file.path(name).asLong(0);
        if (count < 0 || count > most) {
            throw TasteRefused.unreadableProfile(name + " (" + count + ") is not from 0 to " + most);
        }
        return count;
    }

    /// A document as text of a file.
    public static String text(Map<String, Object> document) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
    }
}
