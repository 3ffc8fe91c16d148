// Command verify checks a tlog-tiles log, unpacked or as a bundle, with the packages of Go's own checksum database. It shares
// no code with the log's writer.
//
//	verify [-key VKEY] [-witness VKEY] FOLDER|BUNDLE.zip
//
// Every entry is hashed again and every stored hash compared with what the entries give: the packages' TileHashReader, which
// would spare that, accepts some forged tiles in version 0.7.0.
package main

import (
	"archive/zip"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	key := flag.String("key", "", "the log's verifier key; without it the one in the file `vkey`")
	witness := flag.String("witness", "", "the verifier key of a witness whose cosignature the checkpoint must have")
	flag.Parse()
	if flag.NArg() != 1 {
		flag.Usage()
		os.Exit(2)
	}
	files, err := open(flag.Arg(0))
	if err == nil {
		err = run(files, *key, *witness)
	}
	if err != nil {
		fmt.Println("NOT OK:", err)
		os.Exit(1)
	}
}

func open(name string) (fs.FS, error) {
	if strings.HasSuffix(name, ".zip") {
		return zip.OpenReader(name)
	}
	return os.DirFS(name), nil
}

func run(files fs.FS, key, witness string) error {
	if key == "" {
		text, err := fs.ReadFile(files, "vkey")
		if err != nil {
			return err
		}
		key = strings.TrimSuffix(string(text), "\n")
	}
	log, err := note.NewVerifier(key)
	if err != nil {
		return err
	}
	head, err := readCheckpoint(files, "checkpoint", log)
	if err != nil {
		return err
	}
	if err := checkPolicy(files, key); err != nil {
		return err
	}
	if witness != "" {
		if err := cosigned(files, witness); err != nil {
			return err
		}
	}
	tree, err := rehash(files, head.size)
	if err != nil {
		return err
	}
	root, err := rootAt(head.size, tree)
	if err != nil {
		return err
	}
	if root != head.root {
		return fmt.Errorf("the entries do not lead to the signed root")
	}
	older, err := checkOlder(files, log, head, tree)
	if err != nil {
		return err
	}
	proofs, err := checkProofs(files, log, head, tree)
	if err != nil {
		return err
	}
	fmt.Printf("OK: %d entries, %d older checkpoints, %d proofs\n", head.size, older, proofs)
	return nil
}

// hashes are the stored hashes of a tree in the packages' own order.
type hashes []tlog.Hash

func (h hashes) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	found := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		found[i] = h[index]
	}
	return found, nil
}
