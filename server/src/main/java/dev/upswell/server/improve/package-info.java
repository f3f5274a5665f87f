/// What should be better: tasks opened and closed by rule, and the feature review of every two weeks.
@NullMarked
package dev.upswell.server.improve;

import org.jspecify.annotations.NullMarked;
