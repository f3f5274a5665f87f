package dev.upswell.server.narrative;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.grounding.Fact;
import dev.upswell.grounding.Verdict;
import dev.upswell.server.wording.Outputs;
import dev.upswell.server.wording.Worded;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A narrative as pages, programs and the command line show it. What is absent is left out.
@Schema(name = "Narrative")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NarrativeDocument(UUID id,
        @Schema(description = "narrative, risk, counterfactual or collision") String kind,
        @Schema(description = "What it is about, as kind/id") String entity,
        @Schema(description = "As people call it") String name, @Schema(description = "en or id") String language,
        @Schema(description = "Nothing read later was used") Instant asOf, Instant madeAt,
        @Schema(description = "What it says, each with the facts that it cites") List<Bullet> bullets,
        @Schema(description = "All facts that it may rest on") List<Row> evidence,
        @Schema(description = "What is doubtful, of risks") List<Flagged> flags,
        @Schema(description = "model or template") String writtenBy, @Nullable String model,
        @Schema(description = "What was tried and failed before, in order") List<Worded.Step> steps,
        @Schema(description = "accept, edit or reject; left out while nobody said anything") @Nullable String verdict,
        @Schema(description = "Id of the worded text, by which its cost and failures are told") UUID output) {

    private static final Pattern MARK = Pattern.compile("\\[([^\\]]+)\\]");

    public NarrativeDocument {
        bullets = List.copyOf(bullets);
        evidence = List.copyOf(evidence);
        flags = List.copyOf(flags);
        steps = List.copyOf(steps);
    }

    /// A sentence.
    @Schema(name = "NarrativeBullet")
    public record Bullet(@Schema(description = "As people read it") String text,
            @Schema(description = "With its citations, such as [f1]") String cited,
            @Schema(description = "The facts that it cites") List<Row> facts) {

        public Bullet {
            facts = List.copyOf(facts);
        }
    }

    /// A fact.
    @Schema(name = "NarrativeFact")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(@Schema(description = "By which it is cited, such as f1") String id,
            @Schema(description = "What it is about, as people write it") @Nullable String entity,
            @Schema(description = "What was measured") String measure,
            @Schema(description = "Left out where the fact is a name") @Nullable Double value,
            @Schema(description = "In what it is counted, such as views, share (0 to 1), change or effect") String unit,
            @Schema(description = "When it held") @Nullable Instant at,
            @Schema(description = "What it is a part of, compared with or measured over; the name where the fact is one") @Nullable String of,
            @Schema(description = "Where it can be looked up") @Nullable String page) {
    }

    /// Something doubtful.
    @Schema(name = "NarrativeFlag")
    public record Flagged(
            @Schema(description = "little-engagement, one-creator, few-creators, follower-jump or same-captions") String rule,
            double number, @Schema(description = "Beyond it the flag is raised") double limit) {
    }

    /// This narrative.
    public static NarrativeDocument of(Narrative one) {
        List<Row> rows = one.evidence().facts().stream().map(fact -> row(fact, one.links().get(fact.id()))).toList();
        Outputs.Word word = one.text().word();
        return new NarrativeDocument(one.id(), one.kind().label(), one.topic().kind() + "/" + one.topic().id(),
                one.topic().name(), one.language().getLanguage(), one.asOf(), one.madeAt(),
                one.text().sentences().stream().map(sentence -> bullet(sentence, rows)).toList(), rows,
                one.flags().stream().map(flag -> new Flagged(flag.rule().label(), flag.number(), flag.limit()))
                        .toList(),
                one.text().by().name().toLowerCase(Locale.ROOT), one.text().model(), one.text().steps(),
                word == null ? null : word.name().toLowerCase(Locale.ROOT), one.text().output());
    }

    private static Row row(Fact fact, @Nullable String page) {
        return new Row(fact.id(), fact.entity(), fact.measure().replace('_', ' '), fact.value(),
                fact.unit().name().toLowerCase(Locale.ROOT), fact.at(), fact.of(), page);
    }

    private static Bullet bullet(String sentence, List<Row> rows) {
        List<String> cited = new ArrayList<>();
        Matcher mark = MARK.matcher(sentence);
        while (mark.find()) {
            cited.addAll(List.of(mark.group(1).split("\\s*[,;]\\s*")));
        }
        return new Bullet(new Verdict.Sentence(sentence, List.of()).shown(), sentence,
                rows.stream().filter(row -> cited.contains(row.id())).toList());
    }

    /// Whether a person said that it is not to be shown.
    public boolean rejected() {
        return "reject".equals(verdict);
    }

    /// The whole text with its citations, a sentence on each line, as it is edited.
    public String cited() {
        return String.join("\n", bullets.stream().map(Bullet::cited).toList());
    }
}
