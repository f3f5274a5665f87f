package dev.upswell.server.registry;

import java.util.Set;

/// Where a model stands between its training and its last day of service.
public enum ModelState {
    /// Trained, and not offered to serve: to be compared in backtests, or to stand in for the past.
    CANDIDATE,
    /// Predicts beside the serving model on the same cuts, unseen, until it can be judged.
    SHADOW,
    /// Met the rule in shadow; a person has the last word.
    AWAITING_APPROVAL,
    /// Gives the predictions; one model of a kind of entity and horizon at most.
    ACTIVE,
    /// Served once, and was replaced; its artefact is kept.
    RETIRED,
    /// Did not meet the rule in shadow, was overtaken by a newer training, or was refused by a person; its artefact is kept.
    REJECTED;

    /// The states that may follow this one. Whatever was trained may be made to serve by hand.
    Set<ModelState> next() {
        return switch (this) {
            case CANDIDATE -> Set.of(SHADOW, ACTIVE);
            case SHADOW -> Set.of(AWAITING_APPROVAL, ACTIVE, REJECTED);
            case AWAITING_APPROVAL -> Set.of(ACTIVE, REJECTED);
            case ACTIVE -> Set.of(RETIRED);
            case RETIRED, REJECTED -> Set.of(ACTIVE);
        };
    }

    /// Whether it is on its way to serve.
    public boolean challenging() {
        return this == SHADOW || this == AWAITING_APPROVAL;
    }
}
