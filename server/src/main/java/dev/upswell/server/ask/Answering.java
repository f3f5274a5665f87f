package dev.upswell.server.ask;

import dev.upswell.ask.Intent;
import dev.upswell.ask.Understanding;

/// Answers the questions of one intent.
public interface Answering {

    /// Which ones.
    Intent intent();

    /// What is found; nothing that is not stored is ever 0.
    Outcome answer(Understanding asked);
}
