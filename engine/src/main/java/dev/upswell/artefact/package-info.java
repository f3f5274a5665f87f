/// Files of trained models: what stands at their start, and reading what others may have damaged; knows nothing of models.
@NullMarked
package dev.upswell.artefact;

import org.jspecify.annotations.NullMarked;
