#include "textflag.h"

// func accumulateAVX2(y, x, w *float32, k, m int)
// Blocks of 64, then 8 columns stay in registers while the rows go by. Products
// and sums are rounded apart (no fused multiply-add), in the order of
// accumulateGo.
TEXT ·accumulateAVX2(SB), NOSPLIT, $0-40
	MOVQ y+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ w+16(FP), DX
	MOVQ k+24(FP), CX
	MOVQ m+32(FP), R8
	MOVQ R8, R9
	SHLQ $2, R9            // bytes in a row

wide:
	CMPQ R8, $64
	JLT  narrow
	VMOVUPS (DI), Y0
	VMOVUPS 32(DI), Y1
	VMOVUPS 64(DI), Y2
	VMOVUPS 96(DI), Y3
	VMOVUPS 128(DI), Y4
	VMOVUPS 160(DI), Y5
	VMOVUPS 192(DI), Y6
	VMOVUPS 224(DI), Y7
	MOVQ SI, R10
	MOVQ DX, R11
	MOVQ CX, R12
wideRow:
	VBROADCASTSS (R10), Y8
	VMULPS (R11), Y8, Y9
	VMULPS 32(R11), Y8, Y10
	VMULPS 64(R11), Y8, Y11
	VMULPS 96(R11), Y8, Y12
	VADDPS Y9, Y0, Y0
	VADDPS Y10, Y1, Y1
	VADDPS Y11, Y2, Y2
	VADDPS Y12, Y3, Y3
	VMULPS 128(R11), Y8, Y9
	VMULPS 160(R11), Y8, Y10
	VMULPS 192(R11), Y8, Y11
	VMULPS 224(R11), Y8, Y12
	VADDPS Y9, Y4, Y4
	VADDPS Y10, Y5, Y5
	VADDPS Y11, Y6, Y6
	VADDPS Y12, Y7, Y7
	ADDQ $4, R10
	ADDQ R9, R11
	DECQ R12
	JNZ  wideRow
	VMOVUPS Y0, (DI)
	VMOVUPS Y1, 32(DI)
	VMOVUPS Y2, 64(DI)
	VMOVUPS Y3, 96(DI)
	VMOVUPS Y4, 128(DI)
	VMOVUPS Y5, 160(DI)
	VMOVUPS Y6, 192(DI)
	VMOVUPS Y7, 224(DI)
	ADDQ $256, DI
	ADDQ $256, DX
	SUBQ $64, R8
	JMP  wide

narrow:
	CMPQ R8, $8
	JLT  done
	VMOVUPS (DI), Y0
	MOVQ SI, R10
	MOVQ DX, R11
	MOVQ CX, R12
narrowRow:
	VBROADCASTSS (R10), Y8
	VMULPS (R11), Y8, Y9
	VADDPS Y9, Y0, Y0
	ADDQ $4, R10
	ADDQ R9, R11
	DECQ R12
	JNZ  narrowRow
	VMOVUPS Y0, (DI)
	ADDQ $32, DI
	ADDQ $32, DX
	SUBQ $8, R8
	JMP  narrow

done:
	VZEROUPPER
	RET
