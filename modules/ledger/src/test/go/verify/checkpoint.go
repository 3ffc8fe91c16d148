package main

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type checkpoint struct {
	size int64
	root tlog.Hash
}

func readCheckpoint(files fs.FS, name string, log note.Verifier) (*checkpoint, error) {
	bytes, err := fs.ReadFile(files, name)
	if err != nil {
		return nil, err
	}
	signed, err := note.Open(bytes, note.VerifierList(log))
	if err != nil {
		return nil, fmt.Errorf("%s: %v", name, err)
	}
	return parseCheckpoint(name, signed.Text, log.Name())
}

func parseCheckpoint(name, text, origin string) (*checkpoint, error) {
	lines := strings.Split(text, "\n")
	if len(lines) < 4 || lines[0] != origin {
		return nil, fmt.Errorf("%s: not a checkpoint of %s", name, origin)
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || size < 0 {
		return nil, fmt.Errorf("%s: no size", name)
	}
	root, err := tlog.ParseHash(lines[2])
	if err != nil {
		return nil, fmt.Errorf("%s: no root", name)
	}
	return &checkpoint{size, root}, nil
}

// rootAt is the packages' TreeHash, which gives zeros for the empty tree where RFC 9162 has the hash of nothing.
func rootAt(size int64, tree hashes) (tlog.Hash, error) {
	if size == 0 {
		return sha256.Sum256(nil), nil
	}
	return tlog.TreeHash(size, tree)
}

func checkOlder(files fs.FS, log note.Verifier, head *checkpoint, tree hashes) (int, error) {
	inBundle, err := fs.Glob(files, "checkpoints/*")
	if err != nil {
		return 0, err
	}
	inFolder, err := fs.Glob(files, "checkpoint.*")
	if err != nil {
		return 0, err
	}
	names := append(inBundle, inFolder...)
	for _, name := range names {
		older, err := readCheckpoint(files, name, log)
		if err != nil {
			return 0, err
		}
		if err := consistent(older, head, tree); err != nil {
			return 0, fmt.Errorf("%s is not a beginning of this log: %v", name, err)
		}
	}
	return len(names), nil
}

func consistent(older, head *checkpoint, tree hashes) error {
	if older.size == 0 {
		if root, _ := rootAt(0, tree); root != older.root {
			return fmt.Errorf("an empty tree has another root")
		}
		return nil
	}
	proof, err := tlog.ProveTree(head.size, older.size, tree)
	if err != nil {
		return err
	}
	return tlog.CheckTree(proof, head.size, head.root, older.size, older.root)
}

// cosigner checks Ed25519 cosignatures (signature type 0x04), which the packages do not know.
type cosigner struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func (c *cosigner) Name() string    { return c.name }
func (c *cosigner) KeyHash() uint32 { return c.hash }

func (c *cosigner) Verify(text, sig []byte) bool {
	if len(sig) != 8+ed25519.SignatureSize {
		return false
	}
	time := binary.BigEndian.Uint64(sig)
	message := fmt.Sprintf("cosignature/v1\ntime %d\n%s", time, text)
	return ed25519.Verify(c.key, []byte(message), sig[8:])
}

func newCosigner(vkey string) (*cosigner, error) {
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) != 3 {
		return nil, fmt.Errorf("no witness key")
	}
	typed, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil || len(typed) != 1+ed25519.PublicKeySize || typed[0] != 4 {
		return nil, fmt.Errorf("no witness key of type 4")
	}
	id := sha256.Sum256([]byte(parts[0] + "\n" + string(typed)))
	hash := binary.BigEndian.Uint32(id[:4])
	if fmt.Sprintf("%08x", hash) != parts[1] {
		return nil, fmt.Errorf("the id of the witness key does not fit it")
	}
	return &cosigner{parts[0], hash, typed[1:]}, nil
}

func cosigned(files fs.FS, vkey string) error {
	witness, err := newCosigner(vkey)
	if err != nil {
		return err
	}
	bytes, err := fs.ReadFile(files, "checkpoint")
	if err != nil {
		return err
	}
	if _, err := note.Open(bytes, note.VerifierList(witness)); err != nil {
		return fmt.Errorf("the checkpoint is not cosigned by %s: %v", witness.name, err)
	}
	return nil
}
