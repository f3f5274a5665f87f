/// The pages on what models rest on: importance over trainings with the feature review, and partial dependence.
@NullMarked
package dev.upswell.server.improve.page;

import org.jspecify.annotations.NullMarked;
