package main

import (
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// checkProofs checks the proof files, and that the tree proves some entries of its own.
func checkProofs(files fs.FS, log note.Verifier, head *checkpoint, tree hashes) (int, error) {
	names, err := fs.Glob(files, "proofs/*.tlog-proof")
	if err != nil {
		return 0, err
	}
	for _, name := range names {
		if err := checkProof(files, name, log, tree); err != nil {
			return 0, fmt.Errorf("%s: %v", name, err)
		}
	}
	step := head.size/50 + 1
	for number := int64(0); number < head.size; number += step {
		proof, err := tlog.ProveRecord(head.size, number, tree)
		if err != nil {
			return 0, err
		}
		if err := tlog.CheckRecord(proof, head.size, head.root, number, leaf(tree, number)); err != nil {
			return 0, fmt.Errorf("entry %d is not in the log: %v", number, err)
		}
	}
	return len(names), nil
}

func leaf(tree hashes, number int64) tlog.Hash {
	return tree[tlog.StoredHashIndex(0, number)]
}

func checkProof(files fs.FS, name string, log note.Verifier, tree hashes) error {
	text, err := fs.ReadFile(files, name)
	if err != nil {
		return err
	}
	parts := strings.SplitN(string(text), "\n\n", 2)
	lines := strings.Split(parts[0], "\n")
	if len(parts) != 2 || len(lines) < 2 || lines[0] != "c2sp.org/tlog-proof@v1" {
		return fmt.Errorf("not a proof")
	}
	number, err := strconv.ParseInt(strings.TrimPrefix(lines[1], "index "), 10, 64)
	if err != nil {
		return fmt.Errorf("no index")
	}
	var proof tlog.RecordProof
	for _, line := range lines[2:] {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return err
		}
		proof = append(proof, hash)
	}
	signed, err := note.Open([]byte(parts[1]), note.VerifierList(log))
	if err != nil {
		return err
	}
	head, err := parseCheckpoint(name, signed.Text, log.Name())
	if err != nil {
		return err
	}
	if number < 0 || number >= head.size || tlog.StoredHashIndex(0, number) >= int64(len(tree)) {
		return fmt.Errorf("entry %d is beyond the log", number)
	}
	return tlog.CheckRecord(proof, head.size, head.root, number, leaf(tree, number))
}
