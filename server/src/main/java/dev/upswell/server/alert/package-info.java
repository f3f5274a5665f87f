/// What a person should know of: alerts, by whom they were seen, and the one list in which all of them stand, whoever raised them.
@NullMarked
package dev.upswell.server.alert;

import org.jspecify.annotations.NullMarked;
