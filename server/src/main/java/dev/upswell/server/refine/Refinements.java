package dev.upswell.server.refine;

import dev.upswell.prompt.PromptVersion;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TenantLocks;
import dev.upswell.server.wording.Proposals;
import dev.upswell.server.wording.Purpose;
import dev.upswell.server.wording.Revising;
import dev.upswell.server.wording.Worded;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Proposes versions of prompts of one tenant by what people and the check said of their texts, and tells how tried versions stand.
///
/// A proposal is a draft: nobody is asked by it before a person tries or promotes it. A version, its evidence and the event are kept in
/// one transaction; a run that is killed before leaves nothing and is made up for by the next one.
public final class Refinements {

    /// Who writes proposals.
    public static final String AUTHOR = "refinement";

    private static final String STANDING = """
        You revise the prompt by which a language model writes short texts from evidence. The first quoted line is the prompt that serves; the \
        others are what the check discarded, and texts with what people wrote in their place. Answer with one sentence in the list: the whole \
        revised prompt. Keep every placeholder in braces and every rule of it; change as little as helps against what went wrong; bring no name, \
        number or text of the quoted lines into it.""";
    private static final int SHOWN_EDITS = 8;

    private final TenantId tenant;
    private final Database database;
    private final InstantSource clock;
    private final Proposals prompts;
    private final Revising revising;
    private final ComplaintRepository rows = new ComplaintRepository();
    private final TrialRepository trials = new TrialRepository();

    /// @param revising asks models where some are configured
    public Refinements(TenantId tenant, Database database, InstantSource clock, Proposals prompts, Revising revising) {
        this.tenant = tenant;
        this.database = database;
        this.clock = clock;
        this.prompts = prompts;
        this.revising = revising;
    }

    /// A revised prompt.
    ///
    /// @param model null when the template revised it
    /// @param refused why what a model wrote was not used; empty when it was, or none was asked
    private record Draft(String template, @Nullable String model, Optional<String> refused) {
    }

    /// Proposes a version for every purpose of which enough was said since its serving version was last revised, and returns them.
    public List<Refinement> run() {
        List<Refinement> proposed = new ArrayList<>();
        try (TenantLocks.Held held = database.locks().acquire(tenant, "prompt-refinement")) {
            for (Purpose purpose : Purpose.values()) {
                refine(purpose).ifPresent(proposed::add);
            }
        }
        return proposed;
    }

    private Optional<Refinement> refine(Purpose purpose) {
        Instant now = clock.instant();
        PromptVersion serving = prompts.serving(purpose);
        Complaints complaints = database.transactions().call(tenant,
                db -> rows.complaints(db, purpose.label(), serving.number(),
                        rows.seenTo(db, purpose.label(), serving.number()).orElse(Instant.EPOCH), now));
        if (!complaints.isEnough()) {
            return Optional.empty();
        }
        Draft draft = draft(purpose, serving.template(), complaints);
        if (draft.template().equals(serving.template())) {
            return Optional.empty();
        }
        return Optional
                .of(database.transactions().call(tenant, db -> keep(db, purpose, serving, complaints, draft, now)));
    }

    private Refinement keep(JdbcClient db, Purpose purpose, PromptVersion serving, Complaints complaints, Draft draft,
            Instant seenTo) {
        prompts.retireDrafts(db, purpose, AUTHOR);
        PromptVersion version = prompts.propose(db, purpose, draft.template(), AUTHOR,
                note(serving.number(), complaints, draft));
        var kept = new Refinement(purpose.label(), version.number(), serving.number(),
                draft.model() == null ? Worded.Author.TEMPLATE : Worded.Author.MODEL, draft.model(), "draft",
                version.note(), complaints.withoutTexts(), seenTo);
        rows.insert(db, kept);
        return kept;
    }

    private Draft draft(Purpose purpose, String template, Complaints complaints) {
        Optional<Revising.Revised> revised = revising.ask(purpose, STANDING, material(template, complaints));
        Optional<String> refused = revised
                .flatMap(one -> Soundness.objection(template, one.text(), complaints.names()));
        return revised.isPresent() && refused.isEmpty()
                ? new Draft(revised.get().text().strip(), revised.get().model(), Optional.empty())
                : new Draft(Guidance.revised(template, complaints), null, refused);
    }

    private static List<String> material(String template, Complaints complaints) {
        List<String> material = new ArrayList<>();
        material.add("Prompt: " + template);
        complaints.rules().forEach((rule, count) -> material.add("Discarded by rule " + rule + ": " + count));
        complaints.phrases().forEach(phrase -> material.add("Unwanted: " + phrase));
        complaints.edits().stream().limit(SHOWN_EDITS).forEach(edit -> material.add(
                "Text (" + edit.language() + "): " + edit.before() + " People wrote: " + edit.after()));
        return material;
    }

    private static String note(int base, Complaints complaints, Draft draft) {
        return "Version %d revised by %s: of %d texts %d edited, %d rejected, %d with a discarded sentence.%s"
                .formatted(base,
                        draft.model() == null ? "rule" : draft.model(), complaints.outputs(), complaints.edited(),
                        complaints.rejected(), complaints.falsehoods(),
                        draft.refused().map(why -> " What a model wrote was not used: " + why + ".").orElse(""));
    }

    /// Proposals, the newest first.
    public List<Refinement> list(int limit, int offset) {
        return database.transactions().call(tenant, db -> rows.list(db, limit, offset));
    }

    /// How many there are.
    public long count() {
        return database.transactions().call(tenant, rows::count);
    }

    /// How the versions stand that are tried now, each beside the one that serves.
    public List<PromptTrial> trials() {
        return database.transactions().call(tenant, trials::list);
    }
}
