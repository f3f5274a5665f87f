package dev.upswell.server.collect.row;

import dev.upswell.commerce.CommerceFact;
import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.content.Video;
import dev.upswell.server.collect.EntityName;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.RowResult;
import dev.upswell.server.comply.ContactText;
import dev.upswell.server.comply.Findings;
import dev.upswell.server.comply.Terms;
import dev.upswell.server.comply.TermsRepository;
import dev.upswell.server.comply.Verdict;
import dev.upswell.timeline.Observation;
import dev.upswell.server.suppress.Mentions;
import dev.upswell.server.suppress.Suppressed;
import dev.upswell.server.suppress.SuppressionRepository;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What every row passes between its mapper and the store: rows of sources that may not be kept, of private accounts and of those who were
/// erased go to quarantine, and contacts are taken out of the rest.
public final class StoreGate {

    /// A column that was taken for the source by mistake may say something else in every row.
    private static final int MOST_SOURCES = 1_000;

    private final Terms terms;
    private final Suppressed suppressed;
    private final Map<String, Verdict> verdicts = new HashMap<>();

    /// @param suppressed whom nothing is stored of
    public StoreGate(Terms terms, Suppressed suppressed) {
        this.terms = terms;
        this.suppressed = suppressed;
    }

    /// A gate by what stands now, inside the caller's tenant transaction.
    public static StoreGate current(JdbcClient db) {
        return new StoreGate(TermsRepository.current(db), SuppressionRepository.current(db));
    }

    /// A gate by the same terms, for another thread.
    public StoreGate another() {
        return new StoreGate(terms, suppressed);
    }

    /// What of a mapper's result may be kept.
    ///
    /// @param contentSource under which the row's content would be kept
    /// @param tally where it is counted
    public RowResult pass(RawRow row, RowResult result, String contentSource, GateTally tally) {
        return switch (result) {
            case RowResult.Rejected no -> {
                if (no.reason() == RejectReason.PRIVATE) {
                    tally.findings().refusedPrivate();
                }
                yield suppressed.isNamed(row.excerpt() + ' ' + no.detail()) ? erased() : no;
            }
            case RowResult.Mapped _ when row instanceof RawRow.Json json && json.item().isPrivate() -> {
                tally.findings().refusedPrivate();
                yield new RowResult.Rejected(RejectReason.PRIVATE, "the item or its author is marked private");
            }
            case RowResult.Mapped mapped -> judged(mapped, contentSource, tally);
        };
    }

    private static RowResult.Rejected erased() {
        return new RowResult.Rejected(RejectReason.ERASED, "whoever it is about was erased");
    }

    private boolean isErased(RowResult.Mapped mapped) {
        return !suppressed.isEmpty()
                && (mapped.observations().stream().anyMatch(reading -> suppressed.contains(reading.entity()))
                        || mapped.names().stream().anyMatch(name -> suppressed.contains(name.entity()))
                        || mapped.facts().stream().anyMatch(suppressed::concerns)
                        || mapped.content().stream().anyMatch(video -> suppressed.contains(video.id())
                                || video.creator() != null && suppressed.contains(video.creator())));
    }

    private RowResult judged(RowResult.Mapped mapped, String contentSource, GateTally tally) {
        if (isErased(mapped)) {
            return erased();
        }
        String source = source(mapped, contentSource);
        for (Observation reading : mapped.observations()) {
            if (isContact(reading.entity())) {
                return new RowResult.Rejected(RejectReason.BAD_ID, "an e-mail address is no id");
            }
        }
        return switch (verdict(source)) {
            case Verdict.Denied denied -> {
                tally.denied(source, denied);
                yield new RowResult.Rejected(RejectReason.UNLISTED_SOURCE, "source (" + source + ")");
            }
            case Verdict.Allowed allowed -> {
                tally.allowed(source, allowed);
                yield cleaned(mapped, tally.findings());
            }
        };
    }

    /// Who tells what the row says, which is one for all of it.
    private static String source(RowResult.Mapped mapped, String contentSource) {
        if (!mapped.observations().isEmpty()) {
            return mapped.observations().getFirst().source();
        }
        return mapped.facts().isEmpty() ? contentSource : mapped.facts().getFirst().source();
    }

    private Verdict verdict(String source) {
        return verdicts.size() < MOST_SOURCES ? verdicts.computeIfAbsent(source, terms::store) : terms.store(source);
    }

    private static boolean isContact(EntityId entity) {
        return entity.value().indexOf('@') >= 0
                && !ContactText.cleaned(entity.value(), new Findings()).equals(entity.value());
    }

    @SuppressWarnings("ReferenceEquality")
    private RowResult.Mapped cleaned(RowResult.Mapped mapped, Findings findings) {
        List<Video> content = each(mapped.content(), video -> cleaned(video, findings));
        List<EntityName> names = each(mapped.names(), name -> cleaned(name, findings));
        List<CommerceFact> facts = each(mapped.facts(),
                fact -> fact.withTexts(text -> cleaned(text, findings)));
        return content == mapped.content() && names == mapped.names() && facts == mapped.facts()
                ? mapped
                : new RowResult.Mapped(mapped.observations(), content, facts, names, mapped.notes());
    }

    /// The list with each element changed; the same instance when none was.
    private static <T> List<T> each(List<T> before, UnaryOperator<T> change) {
        if (before.isEmpty()) {
            return before;
        }
        List<T> after = new ArrayList<>(before.size());
        boolean same = true;
        for (T one : before) {
            T changed = change.apply(one);
            same = same && changed.equals(one);
            after.add(changed);
        }
        return same ? before : after;
    }

    private Video cleaned(Video video, Findings findings) {
        String caption = video.caption();
        String clean = caption == null ? null : cleaned(caption, findings);
        return same(caption, clean)
                ? video
                : new Video(video.id(), video.creator(), video.sound(), video.hashtags(), video.createdAt(),
                        video.duration(), clean);
    }

    /// Without contacts, and without the names of those who were erased.
    private String cleaned(String text, Findings findings) {
        String clean = ContactText.cleaned(text, findings);
        return suppressed.isEmpty() ? clean : Mentions.withoutAddressed(clean, suppressed::containsHandle);
    }

    private static EntityName cleaned(EntityName name, Findings findings) {
        if (name.entity().kind() == EntityKind.HASHTAG) {
            return name;
        }
        String clean = ContactText.cleaned(name.name(), findings);
        return same(name.name(), clean) ? name : new EntityName(name.entity(), clean);
    }

    /// The cleaner gives what it was given where it finds nothing.
    private static boolean same(@Nullable String before, @Nullable String after) {
        return before == null ? after == null : before.equals(after);
    }

    /// Why nothing of this source may be kept; empty when it may.
    public Optional<Verdict.Denied> refusal(String source) {
        return verdict(source) instanceof Verdict.Denied denied ? Optional.of(denied) : Optional.empty();
    }
}
