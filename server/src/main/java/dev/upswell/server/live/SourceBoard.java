package dev.upswell.server.live;

import java.util.List;

/// How all providers stand that this version of Upswell can ask.
public interface SourceBoard {

    /// By name; those without a key too.
    List<SourceStatus> list();
}
