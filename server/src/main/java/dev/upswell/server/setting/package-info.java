/// What an operator may set: every key with its usual value, its form and what it is for, read from flags, the environment and
/// a file.
@NullMarked
package dev.upswell.server.setting;

import org.jspecify.annotations.NullMarked;
