package dev.upswell.server.live;

import java.util.List;

/// How all providers stand that this version of Upswell can ask, and what a person lets be spent at them.
public interface SourceBoard {

    /// By name; those without a key too.
    List<SourceStatus> list();

    /// Sets what may be spent at a source at most, in place of what was set before; it binds from the next request on.
    ///
    /// **errors** [LiveRefused] when there is no such source.
    void limit(String source, Ceiling ceiling);
}
