package dev.upswell.server.collect.format;

import dev.upswell.server.collect.ImportRefused;

/// Why the bytes of a file stopped coming, in words: the disk failed, or the file unpacks to more than is taken.
final class Unreadable {

    private Unreadable() {
    }

    static ImportRefused of(String name, Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BoundedInput.Exceeded exceeded) {
                return new ImportRefused(
                        "Reading " + name + " was stopped after " + exceeded.bound() + " bytes of unpacked text.",
                        "So much for so little is how a zip bomb looks; what you trust is imported from the disk, where no"
                                + " bound holds: upswell import FILE",
                        failure);
            }
        }
        return ImportRefused.unreadable(name, failure);
    }
}
