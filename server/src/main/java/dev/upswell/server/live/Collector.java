package dev.upswell.server.live;

/// Goes once through everything that is due.
public interface Collector {

    /// Stores what an earlier round kept, opens the sweeps that are due, asks for their pages within the budgets, and stores the
    /// answers. What cannot be asked for now stays open for a later round.
    ///
    /// **errors** [LiveRefused] while another round runs; `StoreException` when the store fails, after which the next round goes
    /// on where this one stood · **cost** the time of the providers, of which each source has a thread of its own.
    RoundReport round();

    /// Begins a round that goes on by itself, and comes back at once.
    ///
    /// **errors** [LiveRefused] while another round runs; what goes wrong later is told by the log and by dead letters.
    void begin();
}
