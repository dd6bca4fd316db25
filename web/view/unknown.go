package view

import "errors"

// ErrUnknown says that nobody is known by a name or id.
var ErrUnknown = errors.New("unknown")
