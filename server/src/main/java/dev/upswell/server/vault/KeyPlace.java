package dev.upswell.server.vault;

import java.util.List;
import java.util.function.UnaryOperator;

/// A place that keeps master keys: each as Base64 of 32 bytes, in the order in which they came, the present one last.
///
/// **errors** [VaultRefused] from every call where the place cannot be read or written.
public interface KeyPlace {

    /// What it holds now; empty where none was kept yet.
    List<String> read();

    /// What it held when somebody looked last, not long ago, or what it holds now: enough to open with, for a key keeps its id.
    /// Never to seal with, for a rotation may be about to forget it.
    List<String> remembered();

    /// Changes what it holds, so that of two changes at once none is lost; what it holds then.
    List<String> change(UnaryOperator<List<String>> change);

    /// Leaves the present key alone, and no way to read those before it.
    void forgetFormer();
}
