package main

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

// checkPolicy reads the trust policy that goes along, if there is one: this log must be in it, and its quorum be defined.
func checkPolicy(files fs.FS, key string) error {
	text, err := fs.ReadFile(files, "tlog-policy")
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	named := map[string]bool{"none": true}
	logs, quorums := 0, 0
	for _, line := range strings.Split(strings.TrimSuffix(string(text), "\n"), "\n") {
		words := strings.Fields(line)
		switch {
		case len(words) == 2 && words[0] == "log" && words[1] == key:
			logs++
		case len(words) == 3 && words[0] == "witness":
			if _, err := newCosigner(words[2]); err != nil {
				return fmt.Errorf("tlog-policy: %v", err)
			}
			named[words[1]] = true
		case len(words) > 3 && words[0] == "group" && words[2] == "all" && allIn(words[3:], named):
			named[words[1]] = true
		case len(words) == 2 && words[0] == "quorum" && named[words[1]]:
			quorums++
		default:
			return fmt.Errorf("tlog-policy: a line is not understood")
		}
	}
	if logs != 1 || quorums != 1 {
		return fmt.Errorf("tlog-policy: not the policy of this log")
	}
	return nil
}

func allIn(words []string, named map[string]bool) bool {
	for _, word := range words {
		if word == "none" || !named[word] {
			return false
		}
	}
	return true
}
