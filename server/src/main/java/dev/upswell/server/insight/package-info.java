/// What trained models rest on: importance of features with its history, and partial dependence.
@NullMarked
package dev.upswell.server.insight;

import org.jspecify.annotations.NullMarked;
