// Package main names what fixture apps in Go import, so that one download and one build serve them all.
package main

import (
	_ "github.com/gin-gonic/gin"
	_ "github.com/scalekit-inc/scalekit-sdk-go/v2"
)

func main() {}
