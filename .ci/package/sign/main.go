// Command sign signs a file as minisign does, beside it. The key is the file of a secret key that NIANBAO_SIGNING_KEY names,
// with the password in NIANBAO_SIGNING_PASSWORD. usage: sign FILE
package main

import (
	"log"
	"os"
	"path/filepath"

	"aead.dev/minisign"
)

func main() {
	name := os.Args[1]
	data, err := os.ReadFile(name)
	if err != nil {
		log.Fatal(err)
	}
	key, err := minisign.PrivateKeyFromFile(os.Getenv("NIANBAO_SIGNING_PASSWORD"), os.Getenv("NIANBAO_SIGNING_KEY"))
	if err != nil {
		log.Fatal("read the signing key: ", err)
	}
	trusted := "timestamp:" + os.Getenv("SOURCE_DATE_EPOCH") + "\tfile:" + filepath.Base(name)
	signature := minisign.SignWithComments(key, data, trusted, "signature from nianbao's maintainers")
	if err := os.WriteFile(name+".minisig", signature, 0o644); err != nil {
		log.Fatal(err)
	}
}
