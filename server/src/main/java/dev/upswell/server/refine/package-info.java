/// Prompts that learn: versions proposed by what people and the check said of texts, and versions beside each other while one is tried.
@NullMarked
package dev.upswell.server.refine;

import org.jspecify.annotations.NullMarked;
