package dev.upswell.server.report;

import java.util.List;

/// Which kinds of report can be made now: asked anew each time, because what they are made from comes and goes.
@FunctionalInterface
public interface ReportKinds {

    /// The kinds, in the order in which they are offered; empty when there is nothing yet to make one from.
    List<ReportKind> list();
}
